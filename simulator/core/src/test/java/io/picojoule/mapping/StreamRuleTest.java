package io.picojoule.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.picojoule.workload.Dimension;
import io.picojoule.workload.Operand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Are rules that say nothing an array could do refused, each in its words? */
class StreamRuleTest {
    private static final Optional<Operand> NOTHING = Optional.empty();

    private static Axis axis(String letters) {
        List<Dimension> dimensions = new ArrayList<>();
        for (char letter : letters.toCharArray()) {
            dimensions.add(Dimension.valueOf(String.valueOf(letter).toUpperCase(java.util.Locale.ROOT)));
        }
        return new Axis(dimensions);
    }

    private static StreamRule rule(
            String rows, String columns, String stream, String passes, Optional<Operand> stationary) {
        return new StreamRule(
                "custom", List.of(axis(rows)), List.of(axis(columns)), axis(stream), axis(passes), stationary);
    }

    private static void refuses(
            String rows, String columns, String stream, String passes, Optional<Operand> stationary, String message) {
        assertThatThrownBy(() -> rule(rows, columns, stream, passes, stationary))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("StreamRule: " + message);
    }

    @Test
    void everyDimensionButTheGroups_isInOneAxis() {
        refuses("crs", "m", "np", "", NOTHING, "q stands in 0 axes, not in 1");
        refuses("crs", "m", "npq", "q", NOTHING, "q stands in 2 axes, not in 1");
        refuses("crs", "m", "npq", "g", NOTHING, "g stands in 1 axes, not in 0");
    }

    @Test
    void aSpatialAxis_isOfPixels_orOfAWindow_orOfFilters() {
        String mixes = " mixes output pixels (n p q), words of a window (c r s) and filters (m)";
        refuses("mc", "r", "npq", "s", NOTHING, "the spatial axis m.c" + mixes);
        refuses("crs", "mq", "np", "", NOTHING, "the spatial axis m.q" + mixes);
        refuses("pc", "m", "nq", "rs", NOTHING, "the spatial axis p.c" + mixes);
        refuses("crs", "", "npq", "m", NOTHING, "the spatial axis " + mixes);
    }

    @Test
    void whatStreams_andWhatWaits_goTogether() {
        refuses(
                "npq",
                "m",
                "crs",
                "",
                NOTHING,
                "while words of a window (c r s) stream, the output must be stationary");
        refuses(
                "npq",
                "m",
                "crs",
                "",
                Optional.of(Operand.WEIGHT),
                "while words of a window (c r s) stream, the output must be stationary");
        refuses("crs", "npq", "m", "", Optional.of(Operand.WEIGHT), "no weight waits while m streams");
        refuses("crs", "m", "npq", "", Optional.of(Operand.INPUT), "no input waits while n.p.q streams");
        refuses("crs", "m", "npq", "", Optional.of(Operand.OUTPUT), "no output waits while n.p.q streams");
    }

    @Test
    void rulesOfAllDataflows_areRules_andKnowWhatSlides() {
        assertThat(rule("crs", "m", "npq", "", Optional.of(Operand.WEIGHT)).slides())
                .isFalse();
        assertThat(rule("p", "q", "crs", "nm", Optional.of(Operand.OUTPUT)).slides())
                .isTrue();
        // Pixels that are one axis do not know their neighbours.
        assertThat(rule("npq", "m", "crs", "", Optional.of(Operand.OUTPUT)).slides())
                .isFalse();
        // Channels in the innermost place tear windows apart.
        assertThat(rule("p", "q", "rsc", "nm", Optional.of(Operand.OUTPUT)).slides())
                .isFalse();
    }
}
