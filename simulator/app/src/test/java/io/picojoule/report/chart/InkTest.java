package io.picojoule.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InkTest {
    private static final double LEAST_CONTRAST_OF_TEXT = 4.5;

    @Test
    void noTwoInksAreOfOneColour() {
        assertThat(Arrays.stream(Ink.values()).map(Ink::lightHex)).doesNotHaveDuplicates();
    }

    @Test
    void coloursOfSeriesComeAgainAfterTheLast() {
        assertThat(Ink.series(0)).isEqualTo(Ink.SERIES_1);
        assertThat(Ink.series(Ink.SERIES - 1)).isEqualTo(Ink.SERIES_8);
        assertThat(Ink.series(Ink.SERIES)).isEqualTo(Ink.SERIES_1);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.MATCH_ANY,
            names = {"TEXT", "MUTED", "POINT", "ROOF", "SERIES_."})
    void textCanBeReadOnACardByDayAndNight(Ink ink) {
        assertThat(contrast(ink, Ink::lightHex)).isGreaterThan(LEAST_CONTRAST_OF_TEXT);
        assertThat(contrast(ink, Ink::darkHex)).isGreaterThan(LEAST_CONTRAST_OF_TEXT);
    }

    /** The ratio of WCAG 2.2, against a card. */
    private static double contrast(Ink ink, Function<Ink, String> scheme) {
        double one = luminance(scheme.apply(ink));
        double other = luminance(scheme.apply(Ink.CARD));
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    private static double luminance(String hex) {
        int rgb = Integer.parseInt(hex.substring(1), 16);
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
