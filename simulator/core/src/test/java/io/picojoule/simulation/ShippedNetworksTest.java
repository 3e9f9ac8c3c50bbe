package io.picojoule.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.picojoule.Configured;
import io.picojoule.mapping.GivenMappings;
import io.picojoule.search.Objective;
import io.picojoule.search.WeighedMapping;
import io.picojoule.timing.Engine;
import io.picojoule.workload.Network;
import io.picojoule.workload.NetworkLayer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Does every network that ships run whole on the chip, with mappings that are proven? The invariants are checked in each run.
 */
class ShippedNetworksTest {
    /** What the search's estimate of time is said to be within: {@code docs/metrics.md}. */
    private static final double LARGEST_ERROR = 0.12;

    private static final double USUAL_ERROR = 0.04;

    static Stream<String> networks() {
        return Configured.workloads().stream();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void runsWhole_atBatch1And16(String name) {
        Network network = Configured.network(name);
        List<Double> errors = new ArrayList<>();
        for (int batch : new int[] {1, 16}) {
            RunResult result = Simulator.run(new RunRequest(
                    Runs.CHIP, network, Runs.TABLE, batch, GivenMappings.NONE, Objective.DEFAULT, Engine.FAST, 1));
            assertThat(result.layers().size() + result.skipped().size())
                    .isEqualTo(network.layers().size());
            assertThat(result.totals().macs()).isEqualTo(batch * network.macs());
            assertThat(result.skipped())
                    .as("layers with MACs all run")
                    .allMatch(skipped -> skipped.layer().macs() == 0 && !skipped.infeasible())
                    .allMatch(skipped -> !skipped.reason().isBlank());
            for (LayerResult layer : result.layers()) {
                layer.search().ifPresent(search -> {
                    assertThat(search.isProven()).as(layer.name()).isTrue();
                    errors.add(error(layer, batch));
                });
            }
        }
        assertThat(errors).as("estimate of time").allMatch(error -> error < LARGEST_ERROR);
        Collections.sort(errors);
        assertThat(errors.get(errors.size() / 2)).as("median").isLessThan(USUAL_ERROR);
    }

    private static double error(LayerResult layer, int batch) {
        NetworkLayer place = layer.layer();
        WeighedMapping chosen = layer.search().orElseThrow().best().get(0);
        double estimated = (double) chosen.estimate().cycles() * place.repetitions(batch);
        return Math.abs(estimated / layer.timing().cycles() - 1);
    }
}
