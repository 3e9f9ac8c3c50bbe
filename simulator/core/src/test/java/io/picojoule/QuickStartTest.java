package io.picojoule;

import static org.assertj.core.api.Assertions.assertThat;

import io.picojoule.config.Configurations;
import io.picojoule.energy.EnergyTable;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.mapping.GivenMappings;
import io.picojoule.search.Objective;
import io.picojoule.simulation.LayerResult;
import io.picojoule.simulation.RunRequest;
import io.picojoule.simulation.RunResult;
import io.picojoule.simulation.Simulator;
import io.picojoule.timing.Engine;
import io.picojoule.workload.Network;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The library example of the README: it runs, and the README shows these lines and no others. */
class QuickStartTest {
    private static final Path HOME = Path.of(System.getProperty("picojoule.home", "../.."));
    private static final String SOURCE = "simulator/core/src/test/java/io/picojoule/QuickStartTest.java";

    private static void quickStart() {
        // begin
        Configurations presets = Configurations.at(Path.of(""), Optional.empty());
        SpatialArray eyeriss =
                (SpatialArray) presets.machine("eyeriss", List.of()).value();
        Network alexnet = presets.workload("alexnet", List.of()).value();
        EnergyTable energy = presets.energyTable(eyeriss.energyTable()).value();
        GivenMappings mappings =
                presets.mappings(eyeriss.mappings().get("alexnet"), alexnet).value();

        RunResult result =
                Simulator.run(new RunRequest(eyeriss, alexnet, energy, 4, mappings, Objective.DEFAULT, Engine.FAST, 1));
        for (LayerResult layer : result.layers()) {
            double milliseconds = result.seconds(layer.timing().cycles()) * 1e3;
            double millijoules = layer.energy().chip() * 1e-9;
            System.out.printf("%-5s %7.2f ms %6.3f mJ%n", layer.name(), milliseconds, millijoules);
        }
        // end
    }

    @Test
    void runs_andPrintsALineForEachLayerThatRan() {
        PrintStream terminal = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            quickStart();
        } finally {
            System.setOut(terminal);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .anyMatch(line -> line.matches("conv1 +\\d+\\.\\d{2} ms +\\d+\\.\\d{3} mJ"))
                .anyMatch(line -> line.startsWith("fc8 "));
    }

    @Test
    void readme_showsTheseLines() throws IOException {
        String source = Files.readString(HOME.resolve(SOURCE));
        String lines = source.substring(source.indexOf("// begin\n") + 9, source.indexOf("        // end"));
        assertThat(Files.readString(HOME.resolve("README.md")))
                .contains("```java\n" + lines.stripTrailing().stripIndent() + "\n```\n");
    }
}
