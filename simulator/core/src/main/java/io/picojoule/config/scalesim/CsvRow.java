package io.picojoule.config.scalesim;

import io.picojoule.config.document.Origin;
import io.picojoule.config.document.Place;
import java.util.ArrayList;
import java.util.List;

/** A line of a file of comma-separated values that says anything. Blank cells at its end do not count, and nothing can be quoted. */
record CsvRow(List<Cell> cells) {
    /** What stands between two commas, without the blanks around it. */
    record Cell(Place place, String text) {}

    CsvRow {
        cells = List.copyOf(cells);
    }

    /** Where the row begins. */
    Place place() {
        return cells.get(0).place();
    }

    /** The rows of a text; lines may end as on any system. */
    static List<CsvRow> of(Origin origin, String text) {
        List<CsvRow> rows = new ArrayList<>();
        List<String> lines =
                (text.startsWith("\uFEFF") ? text.substring(1) : text).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            List<Cell> cells = cells(origin, i + 1, lines.get(i));
            if (!cells.isEmpty()) {
                rows.add(new CsvRow(cells));
            }
        }
        return rows;
    }

    private static List<Cell> cells(Origin origin, int line, String text) {
        List<Cell> cells = new ArrayList<>();
        int said = 0;
        int column = 1;
        for (String cell : text.split(",", -1)) {
            String stripped = cell.strip();
            int blanks = stripped.isEmpty() ? 0 : cell.indexOf(stripped);
            cells.add(new Cell(new Place(origin, line, column + blanks), stripped));
            said = stripped.isEmpty() ? said : cells.size();
            column += cell.codePointCount(0, cell.length()) + 1;
        }
        return cells.subList(0, said);
    }
}
