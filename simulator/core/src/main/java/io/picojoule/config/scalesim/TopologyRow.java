package io.picojoule.config.scalesim;

import io.picojoule.config.document.Place;
import io.picojoule.config.document.Problem;
import io.picojoule.config.document.Problems;
import io.picojoule.config.document.Scalar;
import io.picojoule.config.document.Value;
import io.picojoule.config.scalesim.NodeMap.Whole;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A row whose cells are what they should be.
 *
 * @param name of the layer, unlike any other
 * @param written its name in the file
 * @param numbers the cells after the name
 */
record TopologyRow(CsvRow cells, String name, String written, List<Whole> numbers) {
    /** Stands in for a number that is missing or wrong. */
    static final long UNKNOWN = 0;

    TopologyRow {
        numbers = List.copyOf(numbers);
    }

    /** Number {@code i} of the row. */
    Whole number(int i) {
        return numbers.get(i);
    }

    /** Reads the cells, or reports every one that is wrong. */
    static Optional<TopologyRow> read(CsvRow row, TopologyColumns columns, LayerNames names, Problems problems) {
        int before = problems.count();
        List<CsvRow.Cell> cells = row.cells();
        List<String> titles = columns.titles();
        if (cells.size() < columns.fewest()) {
            List<String> needed = titles.subList(0, columns.fewest());
            String missing = String.join(", ", needed.subList(cells.size(), needed.size())) + " missing";
            problems.add(problem(row.place(), missing, needed, columns));
        } else if (cells.size() > titles.size()) {
            String found = "\"" + cells.get(titles.size()).text() + "\" is one value too many";
            problems.add(problem(cells.get(titles.size()).place(), found, titles, columns));
        }
        List<Whole> numbers = new ArrayList<>();
        for (int i = 1; i < Math.min(cells.size(), titles.size()); i++) {
            CsvRow.Cell cell = cells.get(i);
            int beforeThis = problems.count();
            Scalar scalar = new Scalar(cell.place(), cell.text(), false, "");
            long value = Value.of(scalar, titles.get(i), problems).whole(1, columns.most(i), columns.example(i));
            numbers.add(new Whole(cell.place(), problems.count() > beforeThis ? UNKNOWN : value));
        }
        columns.check(numbers, problems);
        String written = cells.get(0).text();
        String name = names.unique(written, row.place().line());
        return problems.count() == before
                ? Optional.of(new TopologyRow(row, name, written, numbers))
                : Optional.empty();
    }

    private static Problem problem(Place place, String found, List<String> titles, TopologyColumns columns) {
        return new Problem(place, "", found, String.join(", ", titles) + " are wanted", columns.exampleRow());
    }
}
