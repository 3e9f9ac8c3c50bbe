package io.picojoule.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Are tensors asked for once, of the right size, and addressed with their padding? And do records refuse nonsense? */
class LayerDataTest {
    private static final LoopNest NEST = new LoopNest(4, 2, 3, 2, 2, 2, 3, 3, 1, 1, 1, 3, 3, 1, 0);

    @Test
    void tensors_areAskedForWhenNeeded_onceAndForOneImage() {
        AtomicInteger asked = new AtomicInteger();
        LayerData.Source counting = size -> {
            asked.addAndGet(size);
            return new int[size];
        };
        LayerData data = new LayerData(NEST, false, counting, counting, counting);
        assertThat(asked).hasValue(0);
        for (int i = 0; i < 3; i++) {
            assertThat(data.input()).hasSize(2 * 2 * 9);
        }
        assertThat(asked).hasValue(36);
        assertThat(data.weights()).hasSize(2 * 3 * 2 * 9);
        assertThat(data.output()).hasSize(2 * 3 * 4);
        assertThat(asked).hasValue(36 + 108 + 24);
    }

    @Test
    void aSourceOfTheWrongSize_isRefused() {
        LayerData data = new LayerData(NEST, false, size -> new int[5], size -> new int[size], size -> new int[size]);
        assertThatThrownBy(data::input).hasMessage("LayerData: a tensor of 5 values where 36 are wanted");
    }

    @Test
    void inputs_areAddressedInThePaddedPlane() {
        LayerData data = new LayerData(
                NEST,
                false,
                size -> {
                    int[] values = new int[size];
                    for (int i = 0; i < size; i++) {
                        values[i] = i + 1;
                    }
                    return values;
                },
                size -> new int[size],
                size -> new int[size]);
        assertThat(data.inputAt(0, 0, 0)).as("padding above").isZero();
        assertThat(data.inputAt(0, 1, 0)).isEqualTo(1);
        assertThat(data.inputAt(3, 3, 2)).isEqualTo(36);
        assertThat(data.inputAt(3, 4, 2)).as("below the image").isZero();
        assertThat(data.inputAt(3, 3, 3)).as("right of the image").isZero();
    }

    @Test
    void flattenedData_areTheSameNumbers() {
        LoopNest nest = new LoopNest(2, 1, 5, 3, 1, 1, 2, 2, 1, 1, 1, 2, 2, 0, 0);
        LayerData data = LayerData.synthetic(nest, true, 0.5, 0.5, 0.5, "fc", 1);
        assertThat(data.flattened().nest()).isEqualTo(LoopNest.matrix(2, 12, 5));
        assertThat(data.flattened().input()).isSameAs(data.input());
        assertThat(data.flattened().weights()).isSameAs(data.weights());
        assertThat(data.flattened().readsNetworkInput()).isTrue();
        for (int i = 0; i < 12; i++) {
            assertThat(data.flattened().inputAt(i, 0, 0)).isEqualTo(data.inputAt(i / 4, i / 2 % 2, i % 2));
        }
    }

    @Test
    void records_refuseNonsense() {
        assertThatThrownBy(() -> new Shape(3, 0, 5)).hasMessage("Shape: every extent must be at least 1, not 3x0x5");
        assertThatThrownBy(() -> new Padding(0, 0, -1, 0)).hasMessage("Padding: no side may be negative");
        assertThatThrownBy(() -> Window.square(3, 0, 0))
                .hasMessage("Window: kernel, stride and dilation must be at least 1");
        assertThatThrownBy(() -> LayerCommon.named(" ")).hasMessage("LayerCommon: a layer needs a name");
        assertThatThrownBy(() -> new WordWidths(16, 65, 16, 16))
                .hasMessage("WordWidths: weight must be 1 to 64 bit, not 65");
        assertThatThrownBy(() -> new WordWidths(16, 16, 0, 16))
                .hasMessage("WordWidths: partial-sum must be 1 to 64 bit, not 0");
        LayerCommon common = LayerCommon.named("a");
        assertThatThrownBy(() -> new Convolution(common, 0, Window.square(1, 1, 0), 1, false))
                .hasMessage("Convolution: filters and groups must be at least 1");
        assertThatThrownBy(() -> new FullyConnected(common, 0, false))
                .hasMessage("FullyConnected: outputs must be at least 1");
        assertThatThrownBy(() -> new LocalResponseNormalization(common, 0))
                .hasMessage("LocalResponseNormalization: size must be at least 1");
    }

    @Test
    void widths_ofALayer_replaceThoseOfTheMachine() {
        WordWidths machine = new WordWidths(16, 16, 32, 16);
        assertThat(machine.with(Map.of(Operand.WEIGHT, 4))).isEqualTo(new WordWidths(16, 4, 32, 16));
        assertThat(machine.with(Map.of()).bits(Operand.PARTIAL_SUM)).isEqualTo(32);
    }
}
