package io.picojoule.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.1153 | s | 115 ms",
                "0 | s | 0 s",
                "1 | s | 1 s",
                "999 | B | 999 B",
                "999.6 | B | 1.00 kB",
                "15400000 | B | 15.4 MB",
                "2663000000 | '' | 2.66 G",
                "154 | '' | 154",
                "2.5e-12 | J | 2.50 pJ",
                "-0.0034 | J | -3.40 mJ",
                "3.1e-20 | J | 0.0310 aJ",
                "4.2e20 | B | 420 EB",
                "0.527 | inf/s | 0.527 inf/s",
                "1350 | inf/s | 1.35 k inf/s",
                "0.025 | '' | 0.0250",
                "0.000157 | '' | 0.000157",
                "0.0000021 | '' | 0.000002",
                "0.00000019 | '' | 1.90e-7",
                "0.92 | % | 92.0 %",
                "NaN | s | –",
                "Infinity | s | ∞"
            })
    void printsThreeDigitsAndAPrefix(double value, String unit, String expected) {
        assertThat(Si.format(value, unit)).isEqualTo(expected);
    }

    @Test
    void shareSaysThatSomethingIsTinyRatherThanNothing() {
        assertThat(Si.share(0.0001)).isEqualTo("< 0.1 %");
        assertThat(Si.share(0)).isEqualTo("0.0 %");
        assertThat(Si.share(0.347)).isEqualTo("34.7 %");
    }

    @Test
    void countsInFullHaveCommas() {
        assertThat(Si.grouped(0)).isEqualTo("0");
        assertThat(Si.grouped(999)).isEqualTo("999");
        assertThat(Si.grouped(21_943)).isEqualTo("21,943");
        assertThat(Si.grouped(-1_000_000)).isEqualTo("-1,000,000");
    }

    @Test
    void errorsCarryTheirSign() {
        assertThat(Si.signedPercent(0.109)).isEqualTo("+10.9 %");
        assertThat(Si.signedPercent(-0.018)).isEqualTo("-1.8 %");
        assertThat(Si.signedPercent(-1e-9)).isEqualTo("0.0 %");
        assertThat(Si.signedPercent(Double.NaN)).isEqualTo("–");
    }

    @Test
    void publishedFiguresStayAsTheyWereWritten() {
        assertThat(Si.shortest(103.5, 4)).isEqualTo("103.5");
        assertThat(Si.shortest(16.0, 4)).isEqualTo("16");
        assertThat(Si.shortest(10.84e9, 4)).isEqualTo("10.84 G");
        assertThat(Si.shortest(0.0, 4)).isEqualTo("0");
    }
}
