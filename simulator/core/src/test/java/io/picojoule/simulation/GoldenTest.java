package io.picojoule.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.picojoule.Configured;
import io.picojoule.activity.Level;
import io.picojoule.hardware.Processor;
import io.picojoule.mapping.GivenMappings;
import io.picojoule.search.Objective;
import io.picojoule.timing.Engine;
import io.picojoule.timing.LayerTiming;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Did any number of the chip, or of processors, on AlexNet move? {@code -Dpicojoule.updateGoldens=true} writes the file anew, for review as a diff. */
class GoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden");

    @Test
    void numbersOfTheChipOnAlexNet_areAsTheyWere() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("batch,layer,cycles,compute-cycles,exposed-dram-cycles,passes,active-elements,bound-by,gated-macs,"
                + "dram-bits,global-buffer-bits,weight-buffer-bits,network-bits,scratchpad-bits");
        for (int batch : new int[] {1, 4, 16}) {
            for (LayerResult layer : Simulator.run(Runs.alexNet(batch)).layers()) {
                if (layer.macs() > 0) {
                    lines.add(batch + "," + layer.name() + "," + line(layer.timing()));
                }
            }
        }
        areThoseOf("eyeriss-alexnet.csv", lines);
    }

    @Test
    void numbersOfProcessorsOnAlexNet_areAsTheyWere() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(
                "machine,batch,layer,kernel,launches,cycles,compute-cycles,bound-by,lanes,skipped-macs,dram-bits,last-cache-bits");
        for (String name : List.of("titan-x-maxwell", "xeon-e5-2698v3", "v100", "arria10-dla")) {
            Processor machine = Configured.processor(name);
            for (int batch : new int[] {1, 64}) {
                RunRequest request = new RunRequest(
                        machine,
                        Configured.network("alexnet"),
                        Configured.energyTable(machine.energyTable()),
                        batch,
                        GivenMappings.NONE,
                        Objective.DEFAULT,
                        Engine.FAST,
                        1);
                for (LayerResult layer : Simulator.run(request).layers()) {
                    lines.add(name + "," + batch + "," + layer.name() + "," + line(layer, machine));
                }
            }
        }
        areThoseOf("processors-alexnet.csv", lines);
    }

    private static void areThoseOf(String file, List<String> lines) throws IOException {
        Path golden = FOLDER.resolve(file);
        if (Boolean.getBoolean("picojoule.updateGoldens")) {
            Files.createDirectories(FOLDER);
            Files.write(golden, lines);
        }
        assertThat(lines).isEqualTo(Files.readAllLines(golden));
    }

    private static String line(LayerResult layer, Processor machine) {
        LayerTiming timing = layer.timing();
        Level last = Level.valueOf(machine.memory().last().place().name());
        return String.join(
                ",",
                layer.mappingOrigin(),
                Long.toString(layer.launches()),
                Long.toString(timing.cycles()),
                Long.toString(timing.computeCycles()),
                timing.boundBy().key(),
                Integer.toString(timing.activeElements()),
                Long.toString(timing.activity().skippedMacs()),
                Long.toString(timing.activity().bits(Level.DRAM)),
                Long.toString(timing.activity().bits(last)));
    }

    private static String line(LayerTiming timing) {
        List<String> values = new ArrayList<>(List.of(
                Long.toString(timing.cycles()),
                Long.toString(timing.computeCycles()),
                Long.toString(timing.exposedDramCycles()),
                Long.toString(timing.passes()),
                Integer.toString(timing.activeElements()),
                timing.boundBy().key(),
                Long.toString(timing.activity().gatedMacs())));
        for (Level level :
                new Level[] {Level.DRAM, Level.GLOBAL_BUFFER, Level.WEIGHT_BUFFER, Level.NETWORK, Level.SCRATCHPAD}) {
            values.add(Long.toString(timing.activity().bits(level)));
        }
        return String.join(",", values);
    }
}
