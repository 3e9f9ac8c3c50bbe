package io.picojoule.workload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Are the numbers those of SplitMix64, today and for ever? */
class SplitMixTest {
    /** Every synthetic tensor ever reported hangs on this number. */
    private static final long NAMED = -6_964_206_592_652_197_896L;

    @Test
    void numbers_areThoseOfThePublishedGenerator() {
        SplitMix random = new SplitMix(1_234_567);
        long[] expected = {
            6_457_827_717_110_365_317L,
            3_203_168_211_198_807_973L,
            Long.parseUnsignedLong("9817491932198370423"),
            4_593_380_528_125_082_431L,
            Long.parseUnsignedLong("16408922859458223821")
        };
        for (long number : expected) {
            assertThat(random.nextLong()).isEqualTo(number);
        }
    }

    @Test
    void namedGenerators_areFixedAndUnrelated() {
        assertThat(SplitMix.named(1, "conv1/input").nextLong())
                .isEqualTo(SplitMix.named(1, "conv1/input").nextLong());
        assertThat(SplitMix.named(1, "conv1/input").nextLong())
                .isNotEqualTo(SplitMix.named(2, "conv1/input").nextLong());
        assertThat(SplitMix.named(1, "ab").nextLong())
                .isNotEqualTo(SplitMix.named(1, "ba").nextLong());
        assertThat(SplitMix.named(1, "conv1/input").nextLong()).isEqualTo(NAMED);
    }

    @Test
    void boundedNumbers_stayInTheirBoundsAndReachThem() {
        SplitMix random = new SplitMix(1);
        int[] seen = new int[7];
        for (int i = 0; i < 7_000; i++) {
            seen[random.nextInt(7)]++;
            assertThat(random.nextDouble()).isBetween(0.0, Math.nextDown(1.0));
        }
        for (int count : seen) {
            assertThat(count).isBetween(800, 1_200);
        }
        assertThat(random.nextInt(1)).isZero();
        assertThat(random.nextInt(Integer.MAX_VALUE)).isNotNegative();
    }
}
