package io.picojoule.config.document;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Reads the quantities of a section, each in the unit its name says. An amount must be at least 1 of that unit where it is a whole
 * number, unless a method says otherwise.
 */
public final class Quantities {
    private static final int BITS = 8;

    /** Of words, words a cycle and cycles: more would overflow in sums, and nothing anyone builds comes near. */
    private static final int MOST = 1_000_000;

    private static final long SLOWEST_BYTES_PER_SECOND = 1000;
    private static final long FASTEST_HERTZ = 1_000_000_000_000L;

    /** In a square millimetre. */
    private static final double SQUARE_MICROMETRES = 1e6;

    private final Section section;

    public Quantities(Section section) {
        this.section = section;
    }

    /** At most 1000 GHz: nothing runs faster, and cycles could not be counted. */
    public long hertz(String key) {
        long hertz = whole(key, Dimension.FREQUENCY, "Hz", 1, 1, Dimension.FREQUENCY.example());
        if (hertz > FASTEST_HERTZ) {
            section.find(key)
                    .ifPresent(value -> value.refuse("at most 1000 GHz is wanted", Dimension.FREQUENCY.example()));
            return FASTEST_HERTZ;
        }
        return hertz;
    }

    public long bytes(String key, String example) {
        return whole(key, Dimension.SIZE, "bytes", BITS, 1, example);
    }

    public OptionalLong findBytes(String key, String example) {
        return section.has(key) ? OptionalLong.of(bytes(key, example)) : OptionalLong.empty();
    }

    public int bits(String key, int most) {
        return bits(key, most, "16 bit");
    }

    public int bits(String key, int most, String example) {
        long bits = whole(key, Dimension.SIZE, "bits", 1, 1, example);
        if (bits > most) {
            section.find(key).ifPresent(value -> value.refuse("at most " + most + " bit is wanted", example));
            return most;
        }
        return (int) bits;
    }

    /** At least 1 kB/s: what is slower takes longer than can be counted. */
    public long bytesPerSecond(String key) {
        int before = section.problems().count();
        long rate = whole(key, Dimension.RATE, "B/s", BITS, 0, Dimension.RATE.example());
        if (rate >= SLOWEST_BYTES_PER_SECOND) {
            return rate;
        }
        if (section.problems().count() == before) {
            section.find(key).ifPresent(value -> value.refuse("at least 1 kB/s is wanted", Dimension.RATE.example()));
        }
        return SLOWEST_BYTES_PER_SECOND;
    }

    public int words(String key, int least, String example) {
        return limited(key, whole(key, Dimension.WORDS, "words", 1, least, example), "words", example);
    }

    public int entries(String key, String example) {
        return limited(key, whole(key, Dimension.ENTRIES, "entries", 1, 1, example), "entries", example);
    }

    public int slots(String key, String example) {
        return limited(key, whole(key, Dimension.SLOTS, "slots", 1, 1, example), "slots", example);
    }

    public int wordsPerCycle(String key) {
        String example = Dimension.WORD_RATE.example();
        return limited(key, whole(key, Dimension.WORD_RATE, "words/cycle", 1, 1, example), "words/cycle", example);
    }

    /** Cycles, 0 allowed. */
    public long cycles(String key) {
        String example = Dimension.CYCLES.example();
        return limited(key, whole(key, Dimension.CYCLES, "cycles", 1, 0, example), "cycles", example);
    }

    /** Any amount from 0, in base units of its dimension. */
    public double amount(String key, Dimension dimension, String example) {
        return decimal(key, dimension, example).doubleValue();
    }

    /** Milliwatts, 0 allowed. */
    public double milliwatts(String key, String example) {
        return decimal(key, Dimension.POWER, example).doubleValue();
    }

    /** The text of a length above 0, {@code 65 nm} for one. */
    public String lengthOr(String key, String fallback) {
        Optional<Value> value = section.find(key);
        int before = section.problems().count();
        value.filter(present -> present.quantity(Dimension.LENGTH, Dimension.LENGTH.example())
                                .signum()
                        == 0)
                .filter(zero -> section.problems().count() == before)
                .ifPresent(zero -> zero.refuse("a length above 0 is wanted", Dimension.LENGTH.example()));
        return value.map(Value::written).orElse(fallback);
    }

    /** A price above 0. */
    public OptionalDouble findDollars(String key) {
        return findAboveZero(key, Dimension.PRICE);
    }

    /** An area above 0. */
    public OptionalDouble findSquareMillimetres(String key) {
        OptionalDouble area = findAboveZero(key, Dimension.AREA);
        return area.isPresent() ? OptionalDouble.of(area.getAsDouble() / SQUARE_MICROMETRES) : area;
    }

    private OptionalDouble findAboveZero(String key, Dimension dimension) {
        Optional<Value> value = section.find(key);
        if (value.isEmpty()) {
            return OptionalDouble.empty();
        }
        int before = section.problems().count();
        double amount = decimal(key, dimension, dimension.example()).doubleValue();
        if (amount == 0 && section.problems().count() == before) {
            value.get().refuse(dimension.words() + " above 0 is wanted", dimension.example());
        }
        return amount == 0 ? OptionalDouble.empty() : OptionalDouble.of(amount);
    }

    private long whole(String key, Dimension dimension, String unit, long baseUnits, long least, String example) {
        return section.require(key, dimension.words(), example)
                .map(value -> value.wholeQuantity(dimension, unit, baseUnits, least, example))
                .orElse(least);
    }

    private BigDecimal decimal(String key, Dimension dimension, String example) {
        return section.require(key, dimension.words(), example)
                .map(value -> value.quantity(dimension, example))
                .orElse(BigDecimal.ZERO);
    }

    private int limited(String key, long amount, String unit, String example) {
        if (amount > MOST) {
            section.find(key).ifPresent(value -> value.refuse("at most " + MOST + " " + unit + " is wanted", example));
            return MOST;
        }
        return (int) amount;
    }
}
