package io.picojoule.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TechnologyNodeTest {
    private static TechnologyNode node(String text) {
        return TechnologyNode.of(text).orElseThrow();
    }

    /** By hand: feature size x V², 65/45 x 1.1², 28/45 x 0.9², and the published pair. */
    @ParameterizedTest
    @CsvSource({
        "45 nm, 65 nm, 1.7478",
        "45 nm, 28 nm, 0.504",
        "45 nm, 7 nm, 0.35",
        "65 nm, 45 nm, 0.57215",
        "90 nm, 90 nm, 1"
    })
    void energyOfAnOperationAtAnotherNode(String from, String to, double multiple) {
        assertThat(node(from).energyAt(node(to))).isCloseTo(multiple, within(1e-4));
    }

    @Test
    void betweenTwoPointsItIsBetweenTheirEnergiesAndThereAndBackIsOne() {
        double before = 0;
        for (int nanometres = 7; nanometres <= 180; nanometres++) {
            TechnologyNode here = new TechnologyNode(nanometres);
            double energy = node("45 nm").energyAt(here);
            assertThat(energy).isGreaterThan(before);
            assertThat(energy * here.energyAt(node("45 nm"))).isCloseTo(1, within(1e-12));
            before = energy;
        }
    }

    @Test
    void nodesAreReadAsFilesWriteThem() {
        assertThat(node("0.13 um").nanometres()).isEqualTo(130);
        assertThat(node(" 28nm ").text()).isEqualTo("28 nm");
        assertThat(node("65.0 nm").text()).isEqualTo("65 nm");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "45", "nm", "5 nm", "350 nm", "-45 nm", "45 pJ", "45 nm nm", "99999 nm", "1 um"})
    void whatIsNoNodeOfTheTableHasNone(String text) {
        assertThat(TechnologyNode.of(text)).isEqualTo(Optional.empty());
    }

    @Test
    void everyPointHasASource() {
        assertThat(TechnologyNode.POINTS)
                .allSatisfy(point -> assertThat(point.source()).startsWith("assumed: "));
        assertThatThrownBy(() -> new TechnologyNode(5)).hasMessage("TechnologyNode: 5.0 nm is outside of the table");
    }
}
