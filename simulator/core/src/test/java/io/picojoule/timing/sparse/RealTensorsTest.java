package io.picojoule.timing.sparse;

import static org.assertj.core.api.Assertions.assertThat;

import io.picojoule.Configured;
import io.picojoule.config.Configurations;
import io.picojoule.hardware.SparseEngine;
import io.picojoule.mapping.GivenMappings;
import io.picojoule.search.Objective;
import io.picojoule.simulation.LayerResult;
import io.picojoule.simulation.RunRequest;
import io.picojoule.simulation.Simulator;
import io.picojoule.timing.Engine;
import io.picojoule.workload.Network;
import io.picojoule.workload.NpyBytes;
import io.picojoule.workload.SplitMix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From files of real tensors to cycles: those of the paper's rules on what the files hold? */
class RealTensorsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        // outputs, inputs, density of weights, of activations, elements, slots, index bits
        "1000, 500, 0.257, 0.43, 64, 8, 4",
        "1000, 500, 0.257, 0.43, 16, 2, 4",
        "700, 300, 0.09, 0.35, 8, 4, 4",
        "700, 300, 0.03, 1.0, 8, 16, 2",
        "5000, 60, 0.11, 1.0, 64, 8, 4",
        "10, 200, 0.5, 0.5, 64, 8, 4"
    })
    void filesTakeTheCyclesOfThePaper(
            int outputs, int inputs, double ofWeights, double ofInputs, int elements, int slots, int indexBits)
            throws IOException {
        SplitMix random = SplitMix.named(1, "tensors of " + outputs + " x " + inputs);
        double[] weights = values(outputs * inputs, ofWeights, true, random);
        double[] activations = values(inputs, ofInputs, false, random);
        NpyBytes.write(folder, "w.npy", NpyBytes.of("<f4", false, outputs + ", " + inputs, weights));
        NpyBytes.write(folder, "x.npy", NpyBytes.of("<f4", false, inputs + ",", activations));
        SparseEngine engine = Configured.engine(
                "eie", "processing-elements=" + elements, "queue=" + slots + " slots", "index=" + indexBits + " bit");

        LayerResult layer = run(engine, outputs, inputs);

        PaperRules paper = new PaperRules(engine);
        paper.product(pattern(outputs, inputs, weights), pattern(1, inputs, activations)[0]);
        SparseCounts counts = layer.sparse().orElseThrow().counts();
        assertThat(layer.timing().cycles()).isEqualTo(paper.cycles);
        assertThat(counts.entries()).isEqualTo(paper.entries);
        assertThat(counts.paddingEntries()).isEqualTo(paper.padding);
        assertThat(counts.broadcasts()).isEqualTo(paper.broadcasts);
        assertThat(counts.matrixLineReads()).isEqualTo(paper.lineReads);
    }

    private LayerResult run(SparseEngine engine, int outputs, int inputs) throws IOException {
        Path file = Files.writeString(
                folder.resolve("net.yaml"),
                "name: net\ninput: {features: " + inputs + "}\nlayers:\n  - {name: fc, kind: fully-connected, outputs: "
                        + outputs + ", weights: w.npy, activations: x.npy}\n");
        Network network = Configurations.at(folder, Optional.empty())
                .workload(file.toString(), List.of())
                .value();
        return Simulator.run(new RunRequest(
                        engine,
                        network,
                        Configured.energyTable("eie-45nm"),
                        1,
                        GivenMappings.NONE,
                        Objective.DEFAULT,
                        Engine.FAST,
                        1))
                .layers()
                .get(0);
    }

    private static double[] values(int size, double density, boolean signed, SplitMix random) {
        double[] values = new double[size];
        for (int place = 0; place < size; place++) {
            double magnitude = 0.01 + random.nextDouble();
            boolean isKept = random.nextDouble() < density;
            values[place] = !isKept ? 0 : signed && random.nextInt(2) == 0 ? -magnitude : magnitude;
        }
        return values;
    }

    /** 1 where a value is not zero. */
    private static int[][] pattern(int rows, int columns, double[] values) {
        int[][] pattern = new int[rows][columns];
        for (int place = 0; place < values.length; place++) {
            pattern[place / columns][place % columns] = values[place] == 0 ? 0 : 1;
        }
        return pattern;
    }
}
