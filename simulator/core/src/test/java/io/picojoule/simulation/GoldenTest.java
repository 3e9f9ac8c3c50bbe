package io.picojoule.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.picojoule.activity.Level;
import io.picojoule.timing.LayerTiming;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Did any number of the chip on AlexNet move? {@code -Dpicojoule.updateGoldens=true} writes the file anew, for review as a diff. */
class GoldenTest {
    private static final Path FILE = Path.of("src/test/resources/golden/eyeriss-alexnet.csv");

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
        if (Boolean.getBoolean("picojoule.updateGoldens")) {
            Files.createDirectories(FILE.getParent());
            Files.write(FILE, lines);
        }
        assertThat(lines).isEqualTo(Files.readAllLines(FILE));
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
