package io.picojoule.report.html.sweep;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/** JSON without a byte too many, for the inside of a page: numbers have six digits, and no text can end the script that it stands in. */
final class JsonColumns {
    private static final MathContext DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);

    private final StringBuilder out = new StringBuilder();

    JsonColumns open(char bracket) {
        comma();
        out.append(bracket);
        return this;
    }

    JsonColumns close(char bracket) {
        out.append(bracket);
        return this;
    }

    JsonColumns name(String name) {
        text(name);
        out.append(':');
        return this;
    }

    JsonColumns number(long value) {
        comma();
        out.append(value);
        return this;
    }

    /** NaN is null; what is infinite is more than a number can be, which scripts read as infinite. */
    JsonColumns number(double value) {
        comma();
        if (Double.isNaN(value)) {
            out.append("null");
        } else if (Double.isInfinite(value)) {
            out.append(value > 0 ? "1e999" : "-1e999");
        } else {
            out.append(shortest(value));
        }
        return this;
    }

    private static String shortest(double value) {
        BigDecimal rounded = new BigDecimal(value).round(DIGITS);
        if (rounded.signum() == 0) {
            return "0";
        }
        BigDecimal bare = rounded.stripTrailingZeros();
        String plain = bare.toPlainString();
        String scientific = bare.unscaledValue() + (bare.scale() == 0 ? "" : "e" + -bare.scale());
        return plain.length() <= scientific.length() ? plain : scientific;
    }

    JsonColumns text(String text) {
        comma();
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '"' || letter == '\\') {
                out.append('\\').append(letter);
            } else if (letter < ' '
                    || letter == '<'
                    || letter == '>'
                    || letter == '&'
                    || letter == '\u2028'
                    || letter == '\u2029') {
                out.append("\\u").append(Integer.toHexString(0x10000 | letter).substring(1));
            } else {
                out.append(letter);
            }
        }
        out.append('"');
        return this;
    }

    /** {@code [beginning of all, end of all, what is between in the first, ...]}: commands differ in little. */
    JsonColumns shared(List<String> texts) {
        String first = texts.isEmpty() ? "" : texts.get(0);
        int before = first.length();
        for (String text : texts) {
            before = Math.min(before, common(first, text, before));
        }
        int after = first.length() - before;
        for (String text : texts) {
            int most = Math.min(after, text.length() - before);
            int same = 0;
            while (same < most && first.charAt(first.length() - 1 - same) == text.charAt(text.length() - 1 - same)) {
                same++;
            }
            after = same;
        }
        open('[').text(first.substring(0, before)).text(first.substring(first.length() - after));
        for (String text : texts) {
            text(text.substring(before, text.length() - after));
        }
        return close(']');
    }

    private static int common(String one, String other, int most) {
        int end = Math.min(most, other.length());
        int same = 0;
        while (same < end && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return same;
    }

    private void comma() {
        if (out.length() > 0) {
            char last = out.charAt(out.length() - 1);
            if (last != '[' && last != '{' && last != ':') {
                out.append(',');
            }
        }
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
