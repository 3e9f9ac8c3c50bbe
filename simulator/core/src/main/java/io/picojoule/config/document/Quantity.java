package io.picojoule.config.document;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A number with a unit, read from text without rounding.
 *
 * @param inBase the amount in base units of its dimension
 */
public record Quantity(BigDecimal inBase, Dimension dimension) {
    /** Nothing anyone builds has more of anything, and every whole amount up to here is a {@code long}. */
    private static final BigDecimal HUGE = new BigDecimal("1e18");

    static final int LONGEST_NUMBER = 40;

    /** A quantity, or in words why the text is none: {@code "200" has no unit}. */
    public record Parsed(Optional<Quantity> quantity, String fault) {
        static Parsed fault(String text, String why) {
            return new Parsed(Optional.empty(), Scalar.shown(text) + " " + why);
        }
    }

    /** Reads {@code text} where a quantity of {@code wanted} is expected. */
    public static Parsed parse(String text, Dimension wanted) {
        String trimmed = text.strip();
        int end = numberEnd(trimmed);
        String number = trimmed.substring(0, end);
        String symbol = trimmed.substring(end).strip();
        if (isNotFinite(trimmed)) {
            return Parsed.fault(trimmed, "is not a finite number");
        }
        if (end == 0 || !isNumber(number)) {
            return Parsed.fault(trimmed, "is not a number with a unit");
        }
        if (symbol.isEmpty()) {
            return Parsed.fault(trimmed, "has no unit");
        }
        if (number.length() > LONGEST_NUMBER || exponentIsLong(number)) {
            return Parsed.fault(trimmed, "is too large or too long a number");
        }
        return withUnit(trimmed, new BigDecimal(number), symbol, wanted);
    }

    private static Parsed withUnit(String text, BigDecimal amount, String symbol, Dimension wanted) {
        Optional<Unit> known = Unit.of(symbol);
        if (known.isEmpty()) {
            return unknownUnit(text, symbol, wanted);
        }
        Unit unit = known.get();
        if (unit.dimension() != wanted) {
            return Parsed.fault(text, "is " + unit.dimension().words());
        }
        if (amount.signum() < 0) {
            return Parsed.fault(text, "is negative");
        }
        BigDecimal inBase = amount.multiply(unit.inBase());
        if (inBase.compareTo(HUGE) > 0) {
            return Parsed.fault(text, "is too large");
        }
        return new Parsed(Optional.of(new Quantity(inBase, wanted)), "");
    }

    private static Parsed unknownUnit(String text, String symbol, Dimension wanted) {
        String per = symbol.endsWith("/s") ? "/s" : "";
        if (symbol.equals("KB" + per)) {
            Dimension dimension = per.isEmpty() ? Dimension.SIZE : Dimension.RATE;
            if (dimension != wanted) {
                return Parsed.fault(text, "is " + dimension.words());
            }
            String choice = "kB" + per + "' (1000) or 'KiB" + per + "' (1024)";
            return Parsed.fault(text, "is ambiguous: write '" + choice);
        }
        List<String> like = Unit.like(symbol);
        if (!like.isEmpty()) {
            return Parsed.fault(
                    text, "has the unknown unit '" + symbol + "', did you mean '" + String.join("' or '", like) + "'?");
        }
        return Parsed.fault(
                text, "has the unknown unit '" + symbol + "' (known: " + Names.list(Unit.symbols(wanted)) + ")");
    }

    /** Where the number ends and the unit begins: {@code 4e3 Hz} has an exponent, {@code 4 entries} has not. */
    private static int numberEnd(String text) {
        int i = 0;
        while (i < text.length() && "+-.0123456789".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        if (i > 0 && i < text.length() && (text.charAt(i) == 'e' || text.charAt(i) == 'E')) {
            int digits = i + 1;
            if (digits < text.length() && "+-".indexOf(text.charAt(digits)) >= 0) {
                digits++;
            }
            int end = digits;
            while (end < text.length() && Character.isDigit(text.charAt(end))) {
                end++;
            }
            return end > digits ? end : i;
        }
        return i;
    }

    /** Sign, digits, at most one point, an exponent: what {@link BigDecimal} reads. */
    static boolean isNumber(String text) {
        int digits = 0;
        int points = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '.') {
                points++;
            } else if (c == 'e' || c == 'E') {
                return digits > 0 && points <= 1 && isWholeExponent(text.substring(i + 1));
            } else if (i > 0) {
                return false;
            } else if (c != '-' && c != '+') {
                return false;
            }
        }
        return digits > 0 && points <= 1;
    }

    private static boolean isWholeExponent(String text) {
        int start = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return text.length() > start;
    }

    /** An exponent of more than two digits would make exact arithmetic slow, and means nothing here. */
    static boolean exponentIsLong(String number) {
        int e = number.toLowerCase(Locale.ROOT).indexOf('e');
        return e >= 0 && number.length() - e > 4;
    }

    static boolean isNotFinite(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        String bare = lower.startsWith("-") || lower.startsWith("+") ? lower.substring(1) : lower;
        bare = bare.startsWith(".") ? bare.substring(1) : bare;
        int space = bare.indexOf(' ');
        String word = space < 0 ? bare : bare.substring(0, space);
        return word.equals("nan") || word.equals("inf") || word.equals("infinity");
    }
}
