package io.picojoule.simulation;

import java.util.function.Supplier;

/** A run takes more cycles, or moves more bits, than a {@code long} counts: the machine is too slow for the network, or the network too large. */
public final class CountOverflow extends RuntimeException {
    private CountOverflow(String message) {
        super(message);
    }

    /**
     * What the work gives.
     *
     * @param name of what is worked on
     * @throws CountOverflow if the work overflows
     */
    static <T> T guard(String name, Supplier<T> work) {
        try {
            return work.get();
        } catch (ArithmeticException broken) {
            if (!overflows(broken)) {
                throw broken;
            }
            throw of(name);
        }
    }

    /** What is said of a layer, or a network, that counts too much. */
    static CountOverflow of(String name) {
        return new CountOverflow(name + ": it takes more cycles, or moves more bits, than can be counted ("
                + Long.MAX_VALUE + "); a faster machine, a smaller network or a smaller batch is wanted");
    }

    /** Streams that work in parallel wrap what was thrown in another of its kind, without a message. */
    private static boolean overflows(Throwable broken) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).endsWith(" overflow")) {
                return true;
            }
        }
        return false;
    }
}
