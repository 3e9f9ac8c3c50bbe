package io.picojoule.report;

import java.util.List;

/** Comma-separated values as RFC 4180 has them, but with the line ends of Unix. */
public final class Csv {
    private final StringBuilder text = new StringBuilder();

    public void row(List<?> cells) {
        text.append(line(cells));
    }

    /** One line with its end. */
    public static String line(List<?> cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            line.append(i == 0 ? "" : ",").append(cell(cells.get(i)));
        }
        return line.append('\n').toString();
    }

    /** A number that is not finite is an empty cell. */
    private static String cell(Object value) {
        if (value instanceof Number number && !Double.isFinite(number.doubleValue())) {
            return "";
        }
        String cell = value.toString();
        boolean plain =
                cell.chars().noneMatch(letter -> letter == ',' || letter == '"' || letter == '\n' || letter == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
