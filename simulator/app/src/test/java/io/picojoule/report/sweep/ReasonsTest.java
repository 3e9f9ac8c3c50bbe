package io.picojoule.report.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.picojoule.sweep.SweepRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReasonsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            weights tile 2.1 MiB > 108 KiB global buffer | weights tile # > # global buffer
            conv3_1: weights of 72.0 MiB > 8 KiB         | conv#_#: weights of # > #
            1,024 words at 480 MB/s                      | # words at #
            2e-3 J and 12 s, or 3 bits and 1 bit         | # and #, or # and #
            3 Boxes of 2 sizes                           | # Boxes of # sizes
            array.rows * array.columns = 832 > 800       | array.rows * array.columns = # > #
            no mapping                                   | no mapping
            version 1.2.3                                | version #
            """)
    void numbersAndTheirUnitsAreOne(String reason, String normalised) {
        assertThat(Reasons.normalised(reason)).isEqualTo(normalised);
    }

    @Test
    void groupsAreCountedWithTheirFirstPoint() {
        Reasons reasons = new Reasons();
        reasons.add(row(4, "no mapping"));
        reasons.add(row(5, "tile of 9 KiB > 8 KiB"));
        reasons.add(row(7, "tile of 1.5 MiB > 8 KiB"));
        assertThat(reasons.groups())
                .containsExactly(
                        new ReasonGroup("tile of # > #", 2, row(5, "tile of 9 KiB > 8 KiB")),
                        new ReasonGroup("no mapping", 1, row(4, "no mapping")));
    }

    @Test
    void aMillionDifferentReasonsAreFewGroupsAndNoneIsLost() {
        Reasons reasons = new Reasons();
        int count = 20_000;
        for (int i = 0; i < count; i++) {
            reasons.add(row(i, "layer " + Integer.toString(i, 36).replaceAll("\\d", "x") + " does not fit"));
        }
        assertThat(reasons.groups()).hasSize(Reasons.MOST_GROUPS + 1);
        assertThat(reasons.groups().get(0).text()).isEqualTo(Reasons.OTHERS);
        assertThat(reasons.groups().stream().mapToLong(ReasonGroup::count).sum())
                .isEqualTo(count);
    }

    private static SweepRow row(long number, String reason) {
        return new SweepRow(number, new int[0], reason, new double[0]);
    }
}
