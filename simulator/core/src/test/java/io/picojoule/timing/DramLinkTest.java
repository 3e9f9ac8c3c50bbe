package io.picojoule.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.picojoule.Configured;
import io.picojoule.hardware.Dram;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.workload.SplitMix;
import java.math.BigInteger;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Does a transfer take exactly its bytes over the bandwidth, rounded up once, however large the numbers? */
class DramLinkTest {
    private static final long SEED = Long.getLong("picojoule.seed", 1);

    private static final SpatialArray CHIP = Configured.machine("eyeriss");

    private static DramLink link(long clockHertz, long bytesPerSecond, long latencyCycles) {
        Dram dram = new Dram(bytesPerSecond, latencyCycles, Dram.Compression.NONE, Set.of(), Set.of());
        return new DramLink(new SpatialArray(
                CHIP.identity(),
                clockHertz,
                CHIP.rows(),
                CHIP.columns(),
                CHIP.interconnect(),
                CHIP.dataflow(),
                CHIP.words(),
                CHIP.processingElement(),
                CHIP.buses(),
                CHIP.memory().withDram(dram),
                CHIP.vectorUnit(),
                Set.of(),
                "",
                Map.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0", "1, 1", // 1 byte at 2.4 byte/cycle
        "16, 1", "24, 2", "96, 5", // 12 bytes are 5 cycles exactly
        "97, 6", "104, 6"
    })
    void transfersOfTheChip(long bits, long cycles) {
        assertThat(link(200_000_000, 480_000_000, 0).cycles(bits)).isEqualTo(cycles);
    }

    @Test
    void latency_isAddedToEveryTransfer_butNotToNone() {
        assertThat(link(100, 100, 7).cycles(8)).isEqualTo(8);
        assertThat(link(100, 100, 7).cycles(0)).isZero();
    }

    @Test
    void cycles_areExact_onGeneratedLinks() {
        SplitMix random = SplitMix.named(SEED, "links");
        for (int number = 0; number < 20_000; number++) {
            long clock = 1 + (random.nextLong() >>> (1 + random.nextInt(62)));
            long bandwidth = 1 + (random.nextLong() >>> (1 + random.nextInt(62)));
            long bits = random.nextLong() >>> (4 + random.nextInt(59));
            BigInteger bytes = BigInteger.valueOf((bits + 7) / 8);
            BigInteger[] exact =
                    bytes.multiply(BigInteger.valueOf(clock)).divideAndRemainder(BigInteger.valueOf(bandwidth));
            BigInteger expected = exact[0].add(BigInteger.valueOf(exact[1].signum()));
            String name =
                    bits + " bits at " + clock + " Hz, " + bandwidth + " B/s, number " + number + " of seed " + SEED;
            if (expected.bitLength() < 64) {
                assertThat(link(clock, bandwidth, 0).cycles(bits)).as(name).isEqualTo(expected.longValueExact());
            } else {
                assertThatThrownBy(() -> link(clock, bandwidth, 0).cycles(bits))
                        .as(name)
                        .isInstanceOf(ArithmeticException.class);
            }
        }
    }
}
