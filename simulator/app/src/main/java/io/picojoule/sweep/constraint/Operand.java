package io.picojoule.sweep.constraint;

import io.picojoule.config.document.Amount;

/**
 * A value as it is written in a file, read once: {@code 12}, {@code 108 KiB} or {@code row-stationary}.
 *
 * @param magnitude in base units of its dimension; NaN of a word
 * @param kind what it measures, as {@link Kind} has it
 */
public record Operand(String text, double magnitude, long kind) {
    /** Of a path where nothing stands. */
    public static final Operand MISSING = new Operand("", Double.NaN, Kind.MISSING);

    /** Anything that is no number and no quantity is a word. */
    public static Operand of(String text) {
        String stripped = text.strip();
        return Amount.of(stripped)
                .map(amount -> new Operand(stripped, amount.inBase().doubleValue(), Kind.of(amount.dimension())))
                .orElseGet(() -> word(stripped));
    }

    static Operand word(String text) {
        return new Operand(text, Double.NaN, Kind.WORD);
    }

    /** The unit behind the number; empty if there is none. */
    String unit() {
        int start = text.length();
        while (start > 0 && !Character.isDigit(text.charAt(start - 1)) && text.charAt(start - 1) != '.') {
            start--;
        }
        if (Kind.isNumber(kind) && start == text.length() && text.endsWith("m2")) {
            start -= 3;
        }
        return text.substring(start).strip();
    }
}
