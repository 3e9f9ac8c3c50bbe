package io.picojoule.config.document;

import java.util.List;

/** What a quantity measures. Its base unit is the one that counts 1 in {@link Unit}. */
public enum Dimension {
    FREQUENCY("a frequency", "200 MHz"),
    SIZE("a size", "108 KiB"),
    RATE("a rate", "25.6 GB/s"),
    WORDS("a number of words", "12 words"),
    WORD_RATE("a number of words a cycle", "4 words/cycle"),
    ENERGY("an energy", "640 pJ"),
    MAC_MULTIPLE("a multiple of one MAC", "6 MAC"),
    POWER("a power", "278 mW"),
    TIME("a time", "5 us"),
    CYCLES("a number of cycles", "7 cycles"),
    PRICE("a price", "999 USD"),
    LENGTH("a length", "65 nm"),
    AREA("an area", "601 mm2"),
    SLOTS("a number of slots", "8 slots"),
    ENTRIES("a number of entries", "16 entries");

    private final String words;
    private final String example;

    Dimension(String words, String example) {
        this.words = words;
        this.example = example;
    }

    /** With its article, as a message wants it. */
    public String words() {
        return words;
    }

    /** Symbols of its units. */
    public List<String> units() {
        return Unit.symbols(this);
    }

    public String example() {
        return example;
    }
}
