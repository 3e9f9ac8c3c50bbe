package io.picojoule.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.picojoule.config.Configurations;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.validation.PublishedCase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Do machines that differ in one thing differ as papers say that they do? */
final class PublishedDesignSpacesTest extends TerminalTest {
    /** Area of a PE, its registers and all else, in kB of buffer, by words of registers: what the labels of ISCA 2016, Fig. 15, come to. */
    private static final Map<Integer, Double> AREA = Map.of(256, 2.3555, 384, 2.625, 512, 2.75);

    private static final double ALL = 731;

    /** What a larger array costs is no number in the paper, but a direction: and that whoever waits for weights gains nothing by a clock. */
    @Test
    void aTpuGainsByBandwidthAndNotByMultipliersNorByItsClock() {
        int code = terminal.pj("validate", "tpu-sensitivity", "--format", "json");
        assertThat(code).as(terminal.out()).isZero();
        JsonNode rows = JsonMapper.shared().readTree(terminal.out());
        for (String mean : List.of("geometric-mean", "weighted-mean")) {
            assertThat(ours(rows, "matrix-unit", mean)).isBetween(0.8, 1.0);
            assertThat(ours(rows, "matrix-unit-and-accumulators", mean)).isBetween(0.8, 1.0);
        }
        for (String bound : List.of("mlp0-like", "mlp1-like", "lstm0-like", "lstm1-like")) {
            assertThat(ours(rows, "clock", bound)).isBetween(1.0, 1.05);
        }
        assertThat(ours(rows, "clock", "cnn0-like")).isGreaterThan(1.9);
        assertThat(ours(rows, "memory", "weighted-mean")).isGreaterThan(2.5);
    }

    private static double ours(JsonNode rows, String name, String layer) {
        for (JsonNode row : rows) {
            if (row.at("/case").asString().equals("tpu-sensitivity/" + name)
                    && row.at("/layer").asString().equals(layer)) {
                return row.at("/ours").asDouble();
            }
        }
        throw new AssertionError("no " + layer + " of " + name);
    }

    /** The mappings are searched for by scripts/test-published; here the machines are what the file says of them. */
    @Test
    void thePointsOfFigure15TakeTheSameArea() {
        Configurations configurations = Configurations.at(folder, Optional.empty());
        List<PublishedCase> cases = new Published(configurations).read("isca16-fig15");
        assertThat(cases).hasSize(9);
        int elements = 0;
        for (PublishedCase each : cases) {
            elements += 32;
            SpatialArray machine = RunPlan.load(RunPlan.Arguments.of(each), configurations)
                    .request(each.batch())
                    .array();
            assertThat(machine.rows() * machine.columns()).isEqualTo(elements);
            int words = machine.processingElement().sharedWords().orElseThrow();
            double buffer = machine.memory().globalBuffer().capacityBytes() / 1024.0;
            assertThat(buffer + elements * AREA.get(words)).as(each.name()).isCloseTo(ALL, within(0.75));
        }
    }
}
