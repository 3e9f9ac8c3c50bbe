package io.picojoule.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.picojoule.Configured;
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
        RunProgress listener = new RunProgress() {
            @Override
            public void searching(String layer, int done, int of) {
                throw new AssertionError("all mappings are given");
            }

            @Override
            public void layerDone(String layer, int done, int of) {
                assertThat(of).isEqualTo(8);
                layers.add(layer);
                counts.add(done);
            }
        };
        RunResult told = Simulator.run(Runs.alexNet(1), listener, SearchTime.UNLIMITED);
        assertThat(layers).containsExactlyInAnyOrder("conv1", "conv2", "conv3", "conv4", "conv5", "fc6", "fc7", "fc8");
        assertThat(counts)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 8).boxed().toList());
        assertThat(told).isEqualTo(Simulator.run(Runs.alexNet(1)));
    }

    @Test
    void everySearchIsTold_beforeTheLayers() {
        List<String> told = Collections.synchronizedList(new ArrayList<>());
        RunProgress listener = new RunProgress() {
            @Override
            public void searching(String layer, int done, int of) {
                told.add(layer + " " + done + " " + of);
            }

            @Override
            public void layerDone(String layer, int done, int of) {
                told.add("done");
            }
        };
        RunRequest alike =
                Runs.request(Runs.CHIP, Configured.network("resnet18", "layer1.0.conv1", "layer1.1.conv1", "fc"), 1);
        Simulator.run(alike, listener, SearchTime.UNLIMITED);
        assertThat(told).containsExactly("layer1.0.conv1 0 2", "fc 1 2", "done", "done", "done");
    }
}
