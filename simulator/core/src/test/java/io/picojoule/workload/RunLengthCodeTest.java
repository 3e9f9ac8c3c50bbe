package io.picojoule.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Does counting give the size of the code that an encoder really writes, and does that code hold the data? */
class RunLengthCodeTest {
    private static final long SEED = Long.getLong("picojoule.seed", 1);

    private static long counted(int[] data, int bits) {
        RunLengthCode code = new RunLengthCode(bits);
        for (int value : data) {
            code.value(value);
        }
        return code.bits();
    }

    /** An encoder as Fig. 9 of the paper draws it, and its decoder. */
    private record Codec(int valueBits) {
        int pairsPerWord() {
            return 63 / (5 + valueBits);
        }

        long[] encode(int[] data) {
            List<long[]> pairs = new ArrayList<>();
            int run = 0;
            for (int i = 0; i < data.length; i++) {
                boolean pairIsDue = data[i] != 0 || run == 31 || i == data.length - 1;
                if (pairIsDue) {
                    pairs.add(new long[] {run, data[i]});
                    run = 0;
                } else {
                    run++;
                }
            }
            long[] words = new long[(pairs.size() + pairsPerWord() - 1) / pairsPerWord()];
            for (int i = 0; i < pairs.size(); i++) {
                long value = pairs.get(i)[1] & ((1L << valueBits) - 1);
                long pair = pairs.get(i)[0] << valueBits | value;
                words[i / pairsPerWord()] |= pair << (i % pairsPerWord() * (5 + valueBits));
            }
            if (words.length > 0) {
                words[words.length - 1] |= 1L << 63;
            }
            return words;
        }

        int[] decode(long[] words, int size) {
            int[] data = new int[size];
            int place = 0;
            for (int word = 0; word < words.length; word++) {
                assertThat(words[word] < 0).as("end bit of word " + word).isEqualTo(word == words.length - 1);
                for (int i = 0; i < pairsPerWord() && place < size; i++) {
                    long pair = words[word] >>> (i * (5 + valueBits));
                    place += (int) (pair >>> valueBits & 31);
                    long value = pair << (64 - valueBits) >> (64 - valueBits);
                    data[place++] = (int) value;
                }
            }
            assertThat(place).isEqualTo(size);
            return data;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 8, 12, 16, 24, 32, 58})
    void countedBits_areThoseOfAnEncoderWhoseCodeDecodes(int bits) {
        for (int number = 0; number < 300; number++) {
            SplitMix random = SplitMix.named(SEED, "code/" + bits + "/" + number);
            int size = random.nextInt(number % 10 == 0 ? 3_000 : 200);
            double density = number % 3 == 0 ? 0.01 : random.nextDouble();
            int magnitudes = 1 << Math.min(bits - 1, 20);
            int[] data = new int[size];
            for (int i = 0; i < size; i++) {
                data[i] = random.nextDouble() < density ? -1 - random.nextInt(magnitudes) : 0;
            }
            String name = number + " of seed " + SEED + ": " + Arrays.toString(data);
            Codec codec = new Codec(bits);

            long[] words = codec.encode(data);

            assertThat(codec.decode(words, size)).as(name).isEqualTo(data);
            assertThat(counted(data, bits)).as(name).isEqualTo(64L * words.length);
        }
    }

    @Test
    void runsAtTheLimit() {
        int[] data = new int[33];
        data[31] = 5;
        assertThat(counted(Arrays.copyOf(data, 32), 58))
                .as("31 zeros and a value: a pair")
                .isEqualTo(64);
        data[31] = 0;
        assertThat(counted(Arrays.copyOf(data, 32), 58)).as("32 zeros: a pair").isEqualTo(64);
        data[32] = 5;
        assertThat(counted(data, 58)).as("32 zeros and a value: two pairs").isEqualTo(128);
    }

    @Test
    void zerosAtOnce_countAsOneByOne() {
        for (int zeros = 0; zeros < 200; zeros++) {
            RunLengthCode atOnce = new RunLengthCode(16);
            atOnce.value(3);
            atOnce.zeros(zeros);
            atOnce.value(3);
            int[] data = new int[zeros + 2];
            data[0] = 3;
            data[zeros + 1] = 3;
            assertThat(atOnce.bits()).as(zeros + " zeros").isEqualTo(counted(data, 16));
        }
    }

    @Test
    void theEndOfAStream_startsTheNextFromNothing() {
        RunLengthCode code = new RunLengthCode(16);
        assertThat(code.bits()).isZero();
        code.value(1);
        code.zeros(100);
        assertThat(code.end()).isEqualTo(128);
        assertThat(code.bits()).isZero();
        code.value(1);
        assertThat(code.end()).isEqualTo(64);
    }

    @Test
    void aValueThatLeavesNoRoomForARun_cannotBePacked() {
        assertThat(new RunLengthCode(58).canPack()).isTrue();
        assertThat(new RunLengthCode(59).canPack()).isFalse();
    }
}
