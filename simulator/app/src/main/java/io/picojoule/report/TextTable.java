package io.picojoule.report;

import io.picojoule.workload.OneLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Columns of text for a terminal: the first {@code leading} aligned left, the others right. */
public final class TextTable {
    /** How a row looks on a terminal with colour. */
    public enum Style {
        PLAIN(""),
        BOLD("\u001b[1m"),
        DIM("\u001b[2m"),
        RED("\u001b[31m"),
        GREEN("\u001b[32m"),
        YELLOW("\u001b[33m");

        private static final String RESET = "\u001b[0m";
        private final String code;

        Style(String code) {
            this.code = code;
        }

        /** The text in this style, if there is colour. */
        public String of(String text, boolean colour) {
            return !colour || code.isEmpty() || text.isEmpty() ? text : code + text + RESET;
        }
    }

    private record Row(Style style, List<String> cells) {}

    private final int leading;
    private final boolean colour;
    private final List<Row> rows = new ArrayList<>();

    public TextTable(int leading, boolean colour) {
        this.leading = leading;
        this.colour = colour;
    }

    /** A row. What a terminal would obey is left out of it: names are the user's. */
    public void row(Style style, List<String> cells) {
        rows.add(new Row(style, cells.stream().map(OneLine::of).toList()));
    }

    /** An empty line. */
    public void gap() {
        rows.add(new Row(Style.PLAIN, List.of()));
    }

    /** The lines, each ended. */
    @Override
    public String toString() {
        int columns = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        int[] widths = new int[columns];
        for (Row row : rows) {
            for (int i = 0; i < row.cells().size(); i++) {
                // A row that is shorter than the others ends in a remark, which may be as long as it likes.
                boolean remark =
                        row.cells().size() < columns && i == row.cells().size() - 1;
                widths[i] = Math.max(widths[i], remark ? 0 : row.cells().get(i).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (Row row : rows) {
            text.append(row.style().of(line(row, widths), colour)).append('\n');
        }
        return text.toString();
    }

    private String line(Row row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.cells().size(); i++) {
            String cell = row.cells().get(i);
            char[] space = new char[Math.max(0, widths[i] - cell.length())];
            Arrays.fill(space, ' ');
            boolean left = i < leading || row.cells().size() < widths.length;
            line.append(i == 0 ? "" : "  ")
                    .append(left ? cell : "")
                    .append(space)
                    .append(left ? "" : cell);
        }
        return line.toString().stripTrailing();
    }
}
