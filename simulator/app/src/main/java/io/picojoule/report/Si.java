package io.picojoule.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers for people: three significant digits and an SI prefix. Files get full precision instead. */
public final class Si {
    /** Stands for a number that is not known or has no meaning. */
    public static final String NONE = "–";

    private static final int DIGITS = 3;
    private static final String[] PREFIXES = {"a", "f", "p", "n", "µ", "m", "", "k", "M", "G", "T", "P", "E"};
    private static final int UNITY = 6;
    private static final int PER_PREFIX = 3;
    private static final int PERCENT = 100;
    private static final double LARGE = 10_000;

    private Si() {}

    /** {@code 115 ms}, {@code 2.66 GMAC}; a fraction, whose unit is {@code %}, becomes {@code 92.0 %}; a count under 1000 stays as it is. */
    public static String format(double value, String unit) {
        if (Double.isNaN(value)) {
            return NONE;
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "-∞";
        }
        if (unit.equals("%")) {
            return digits(value * PERCENT) + " %";
        }
        if (value == Math.rint(value) && Math.abs(value) < 1000) {
            return spaced(Long.toString((long) value), "", unit);
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(DIGITS, RoundingMode.HALF_EVEN));
        int exponent = rounded.precision() - rounded.scale() - 1;
        int least = hasSmallPrefixes(unit) ? 0 : UNITY;
        int prefix = Math.max(least, Math.min(PREFIXES.length - 1, UNITY + Math.floorDiv(exponent, PER_PREFIX)));
        BigDecimal scaled = rounded.scaleByPowerOfTen((UNITY - prefix) * PER_PREFIX);
        return spaced(plain(scaled), PREFIXES[prefix], unit);
    }

    /** As {@link #format(double, String)}, of a whole number. */
    public static String format(long value, String unit) {
        return format((double) value, unit);
    }

    /** Three significant digits without a prefix. */
    public static String digits(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return NONE;
        }
        return value == 0 ? "0" : plain(new BigDecimal(value).round(new MathContext(DIGITS, RoundingMode.HALF_EVEN)));
    }

    /** A ratio: {@code 1.43 ×}. */
    public static String times(double ratio) {
        String digits = digits(ratio);
        return digits.equals(NONE) ? digits : digits + " ×";
    }

    /** As somebody wrote it, to {@code digits} significant digits at most, large numbers with a prefix: {@code 103.5}, {@code 10.84 G}. */
    public static String shortest(double value, int digits) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return NONE;
        }
        boolean large = Math.abs(value) >= LARGE;
        int prefix = large
                ? Math.min(PREFIXES.length - 1, UNITY + (int) Math.floor(Math.log10(Math.abs(value)) / PER_PREFIX))
                : UNITY;
        BigDecimal number = new BigDecimal(Double.toString(value))
                .round(new MathContext(digits, RoundingMode.HALF_EVEN))
                .scaleByPowerOfTen((UNITY - prefix) * PER_PREFIX);
        String text = number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        return large ? text + " " + PREFIXES[prefix] : text;
    }

    /** A count in full, with a comma at every thousand. */
    public static String grouped(long count) {
        StringBuilder text = new StringBuilder(Long.toString(count));
        for (int at = text.length() - PER_PREFIX; at > (count < 0 ? 1 : 0); at -= PER_PREFIX) {
            text.insert(at, ',');
        }
        return text.toString();
    }

    /** A part of a whole as per cent with one decimal; what is too small for that is said to be so. */
    public static String share(double fraction) {
        if (Double.isNaN(fraction) || Double.isInfinite(fraction)) {
            return NONE;
        }
        boolean tiny = fraction > 0 && fraction * PERCENT < 0.05;
        BigDecimal percent = new BigDecimal(fraction * PERCENT).setScale(1, RoundingMode.HALF_EVEN);
        return tiny ? "< 0.1 %" : percent.toPlainString() + " %";
    }

    /** A signed fraction as per cent: {@code +1.3 %}. */
    public static String signedPercent(double fraction) {
        if (Double.isNaN(fraction) || Double.isInfinite(fraction)) {
            return NONE;
        }
        BigDecimal percent = new BigDecimal(fraction * PERCENT).setScale(1, RoundingMode.HALF_EVEN);
        return percent.signum() == 0 ? "0.0 %" : (percent.signum() > 0 ? "+" : "") + percent.toPlainString() + " %";
    }

    /** Nobody says milli-inferences, nor thousandths of a count. */
    private static boolean hasSmallPrefixes(String unit) {
        return !unit.isEmpty() && !unit.equals("MAC") && !isWord(unit);
    }

    /** A unit that takes no prefix of its own: {@code 1.35 k inf/s}. */
    private static boolean isWord(String unit) {
        return unit.startsWith("inf");
    }

    private static String plain(BigDecimal rounded) {
        int integerDigits = Math.max(1, rounded.precision() - rounded.scale());
        boolean small = rounded.signum() != 0 && rounded.abs().compareTo(BigDecimal.ONE) < 0;
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (small && exponent < -2 * DIGITS) {
            return rounded.scaleByPowerOfTen(-exponent)
                            .setScale(DIGITS - 1, RoundingMode.HALF_EVEN)
                            .toPlainString() + "e" + exponent;
        }
        int decimals = small
                ? Math.min(rounded.scale() + DIGITS - rounded.precision(), 2 * DIGITS)
                : Math.max(0, DIGITS - integerDigits);
        return rounded.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static String spaced(String number, String prefix, String unit) {
        if (prefix.isEmpty() && unit.isEmpty()) {
            return number;
        }
        return number + " " + prefix + (isWord(unit) && !prefix.isEmpty() ? " " : "") + unit;
    }
}
