package io.picojoule.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Are processors as near to what was measured on them as is claimed, not only each figure but half of them much nearer? */
final class PublishedProcessorsTest extends TerminalTest {
    @ParameterizedTest
    @ValueSource(strings = {"whitepaper", "eie-baselines", "convnet-benchmarks", "deepbench", "fpga", "tegra-k1"})
    void everyFigureIsWithinItsMarginOrAKnownGap(String name) {
        int code = terminal.pj("validate", name);
        assertThat(code).as(terminal.out()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "whitepaper, inferences-per-second, '', 0.10",
        "whitepaper, power, '', 0.12",
        "eie-baselines, time-per-inference, '', 0.15",
        "convnet-benchmarks, total-latency, (conv|fc).*, 0.12",
        "convnet-benchmarks, total-latency, (relu|pool).*, 0.20",
        "deepbench, total-latency, '', 0.20"
    })
    void halfOfTheFiguresAreMuchNearer(String name, String quantity, String layers, double median) {
        List<Double> errors = errors(name, quantity, layer -> layers.isEmpty() || layer.matches(layers));
        assertThat(errors).hasSizeGreaterThanOrEqualTo(8);
        assertThat(errors.stream().filter(error -> error <= median).count() * 2)
                .as("errors %s", errors)
                .isGreaterThanOrEqualTo(errors.size());
    }

    /** EIE, ISCA 2016, Table IV: 48 times on three devices. */
    @ParameterizedTest
    @ValueSource(strings = "eie-baselines")
    void threeQuartersAreWithinThirtyPercent(String name) {
        List<Double> errors = errors(name, "time-per-inference", layer -> true);
        assertThat(errors).hasSize(48);
        assertThat(errors.stream().filter(error -> error <= 0.30).count()).isGreaterThanOrEqualTo(36);
    }

    private List<Double> errors(String name, String quantity, Predicate<String> ofLayer) {
        terminal.pj("validate", name, "--format", "json");
        List<Double> errors = new ArrayList<>();
        for (JsonNode row : JsonMapper.shared().readTree(terminal.out())) {
            if (row.at("/quantity").asString().equals(quantity)
                    && ofLayer.test(row.at("/layer").asString())) {
                errors.add(Math.abs(row.at("/error").asDouble()));
            }
        }
        return errors;
    }
}
