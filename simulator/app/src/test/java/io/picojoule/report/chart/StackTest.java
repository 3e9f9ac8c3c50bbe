package io.picojoule.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.picojoule.report.chart.Stack.Bar;
import io.picojoule.report.chart.Stack.Series;
import java.util.List;
import org.junit.jupiter.api.Test;

class StackTest {
    private final Stack stack = new Stack(
            List.of(new Series("a", Ink.MAC), new Series("empty", Ink.DRAM), new Series("c", Ink.CLOCK)),
            List.of(bar("one", 1, 0, 3), bar("two", 10, 0, 10), bar("three", 0, 0, 1), bar("four", 5, 0, 0)));

    private static Bar bar(String name, double... parts) {
        return new Bar(name, parts);
    }

    @Test
    void emptySeriesGo() {
        assertThat(stack.withoutEmptySeries().series()).extracting(Series::name).containsExactly("a", "c");
        assertThat(stack.withoutEmptySeries().bars().get(0).parts()).containsExactly(1, 3);
    }

    @Test
    void sharesOfABarSumToOne() {
        assertThat(stack.asShares().bars().get(0).parts()).containsExactly(0.25, 0, 0.75);
    }

    @Test
    void theSmallestBarsFoldIntoOneAndNothingIsLost() {
        Stack folded = stack.folded(2);
        assertThat(folded.bars()).extracting(Bar::name).containsExactly("two", "four", "2 other layers");
        assertThat(folded.total(0)).isEqualTo(stack.total(0));
        assertThat(folded.total(2)).isEqualTo(stack.total(2));
        assertThat(stack.folded(4)).isSameAs(stack);
    }
}
