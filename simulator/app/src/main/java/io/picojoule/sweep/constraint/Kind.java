package io.picojoule.sweep.constraint;

import io.picojoule.config.document.Dimension;
import java.util.Optional;

/**
 * What a value measures, as a number of 4 bits a dimension that holds its power: a product has the sum, a quotient the difference. A
 * product of eight values of one dimension would run over, and means nothing.
 */
final class Kind {
    static final long PLAIN = 0;

    /** Below all powers. */
    static final long WORD = Long.MIN_VALUE;

    static final long MISSING = Long.MIN_VALUE + 1;

    /** Of arithmetic that cannot be: a size plus a rate, twice a word. */
    static final long NONE = Long.MIN_VALUE + 2;

    private static final int BITS = 4;

    private Kind() {}

    static long of(Optional<Dimension> dimension) {
        return dimension.map(known -> 1L << (BITS * known.ordinal())).orElse(PLAIN);
    }

    static boolean isNumber(long kind) {
        return kind > NONE;
    }

    /** Of the sum of two values; what is missing in it is missing of the whole. */
    static long sum(long one, long other) {
        if (one == MISSING || other == MISSING) {
            return MISSING;
        }
        return isNumber(one) && one == other ? one : NONE;
    }

    static long product(long one, long other) {
        if (isNumber(one) && isNumber(other)) {
            return one + other;
        }
        return one == MISSING || other == MISSING ? MISSING : NONE;
    }

    static long quotient(long one, long other) {
        return isNumber(one) && isNumber(other) ? one - other : product(one, other);
    }

    /** The dimension that is meant, where it is one. */
    static Optional<Dimension> dimension(long kind) {
        for (Dimension dimension : Dimension.values()) {
            if (of(Optional.of(dimension)) == kind) {
                return Optional.of(dimension);
            }
        }
        return Optional.empty();
    }

    /** With its article, as a message wants it. */
    static String words(long kind) {
        if (kind == PLAIN) {
            return "a plain number";
        }
        if (kind == WORD) {
            return "a word";
        }
        return dimension(kind).map(Dimension::words).orElse("a product of units");
    }
}
