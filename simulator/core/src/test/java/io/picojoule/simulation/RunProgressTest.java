package io.picojoule.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Does a run say how far it is, and come to the same result? */
class RunProgressTest {
    @Test
    void everyLayerWithMacsIsToldOnce() {
        List<String> layers = Collections.synchronizedList(new ArrayList<>());
        List<Integer> counts = Collections.synchronizedList(new ArrayList<>());
        RunResult told = Simulator.run(Runs.alexNet(1), (layer, done, of) -> {
            assertThat(of).isEqualTo(8);
            layers.add(layer);
            counts.add(done);
        });
        assertThat(layers).containsExactlyInAnyOrder("conv1", "conv2", "conv3", "conv4", "conv5", "fc6", "fc7", "fc8");
        assertThat(counts)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 8).boxed().toList());
        assertThat(told).isEqualTo(Simulator.run(Runs.alexNet(1)));
    }
}
