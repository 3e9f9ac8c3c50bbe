package io.picojoule.config.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {

    @ParameterizedTest
    @CsvSource({
        "200 MHz, FREQUENCY, 200000000",
        "200MHz, FREQUENCY, 200000000",
        "1.5 GHz, FREQUENCY, 1500000000",
        "2.5e2 kHz, FREQUENCY, 250000",
        "108 KiB, SIZE, 884736",
        "1 kB, SIZE, 8000",
        "0.5 KiB, SIZE, 4096",
        "16 bit, SIZE, 16",
        "16 bits, SIZE, 16",
        "1 TiB, SIZE, 8796093022208",
        "25.6 GB/s, RATE, 204800000000",
        "1 GiB/s, RATE, 8589934592",
        "10 Gbit/s, RATE, 10000000000",
        "1 word, WORDS, 1",
        "4 words/cycle, WORD_RATE, 4",
        "640 pJ, ENERGY, 640",
        "2.3 fJ, ENERGY, 0.0023",
        "1 nJ, ENERGY, 1000",
        "278 mW, POWER, 278",
        "75 W, POWER, 75000",
        "5 us, TIME, 5000",
        "0 cycles, CYCLES, 0",
        "1 cycle, CYCLES, 1",
        "999 USD, PRICE, 999",
        "65 nm, LENGTH, 65",
        "8 slots, SLOTS, 8",
        "16 entries, ENTRIES, 16",
        "6 MAC, MAC_MULTIPLE, 6",
    })
    void isReadWithoutRounding(String text, Dimension dimension, BigDecimal inBase) {
        Quantity.Parsed parsed = Quantity.parse(text, dimension);

        assertThat(parsed.fault()).isEmpty();
        assertThat(parsed.quantity().orElseThrow().inBase()).isEqualByComparingTo(inBase);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "200, FREQUENCY, \"200\" has no unit",
                "MHz, FREQUENCY, \"MHz\" is not a number with a unit",
                "1.2.3 MHz, FREQUENCY, \"1.2.3 MHz\" is not a number with a unit",
                "1-2 MHz, FREQUENCY, \"1-2 MHz\" is not a number with a unit",
                "- MHz, FREQUENCY, \"- MHz\" is not a number with a unit",
                "108 KB/s, SIZE, \"108 KB/s\" is a rate",
                "108 KB, RATE, \"108 KB\" is a size",
                "16 words, SIZE, \"16 words\" is a number of words",
                "NaN MHz, FREQUENCY, \"NaN MHz\" is not a finite number",
                "-.inf, FREQUENCY, \"-.inf\" is not a finite number",
                "-1 pJ, ENERGY, \"-1 pJ\" is negative",
                "1e18 W, POWER, \"1e18 W\" is too large",
                "5 Gb/s, RATE, `\"5 Gb/s\" has the unknown unit 'Gb/s', did you mean 'GB/s'?`",
                "1 MW, POWER, `\"1 MW\" has the unknown unit 'MW', did you mean 'mW'?`",
            })
    void saysWhyItCannotBeRead(String text, Dimension dimension, String fault) {
        assertThat(Quantity.parse(text, dimension).fault()).isEqualTo(fault);
    }

    @Test
    void aNumberOfManyDigitsIsRefused() {
        assertThat(Quantity.parse("1".repeat(100_000) + " Hz", Dimension.FREQUENCY)
                        .fault())
                .endsWith("is too large or too long a number");
    }

    @Test
    void everyDimensionGivesAnExampleThatItReads() {
        for (Dimension dimension : Dimension.values()) {
            assertThat(Quantity.parse(dimension.example(), dimension).fault()).isEmpty();
        }
    }
}
