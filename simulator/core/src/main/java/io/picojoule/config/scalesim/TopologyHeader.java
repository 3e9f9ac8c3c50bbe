package io.picojoule.config.scalesim;

import io.picojoule.config.document.Problem;
import io.picojoule.config.document.Problems;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The first line of a topology. SCALE-Sim skips it and goes by the number of cells; what it says is believed as far as it can be read. */
final class TopologyHeader {
    /** Words of each column in the files that are about, without what is not a letter. */
    private static final List<Set<String>> WORDS = List.of(
            Set.of("layer", "layername", "layers", "name"),
            Set.of("ifmapheight", "ifmaph"),
            Set.of("ifmapwidth", "ifmapw"),
            Set.of("filterheight", "filterh"),
            Set.of("filterwidth", "filterw"),
            Set.of("channels", "channel", "numchannels"),
            Set.of("numfilter", "numfilters", "filters"),
            Set.of("strides", "stride", "strideheight"),
            Set.of("stridewidth"));

    private static final int SHOWN = 3;

    private final CsvRow row;

    TopologyHeader(CsvRow row) {
        this.row = row;
    }

    /** Whether it looks like a layer. */
    boolean isNumbers() {
        return width() > 1 && numbers(row) == width() - 1;
    }

    /**
     * What the rows below are, or nothing if this begins no topology.
     *
     * @param rows those below
     */
    Optional<TopologyColumns> columns(List<CsvRow> rows, Problems problems) {
        Optional<TopologyColumns> product = ProductColumns.of(row);
        if (product.isPresent()) {
            return product;
        }
        if (known() * 2 >= Math.max(width(), WORDS.size() - 1)) {
            return inOrder(problems) ? Optional.of(new ConvolutionColumns()) : Optional.empty();
        }
        boolean isTable = rows.isEmpty()
                ? isNumbers()
                : numbers(rows.get(0)) * 2 >= rows.get(0).cells().size() - 1;
        if (isTable && width() == ProductColumns.IN_ORDER.fewest()) {
            return Optional.of(ProductColumns.IN_ORDER);
        }
        if (isTable && width() >= ConvolutionColumns.FEWEST && width() <= ConvolutionColumns.TITLES.size()) {
            return Optional.of(new ConvolutionColumns());
        }
        List<String> begin =
                row.cells().stream().limit(SHOWN).map(CsvRow.Cell::text).toList();
        String more = width() > SHOWN ? ", ..." : "";
        String found = "this is no topology of SCALE-Sim: its first line has " + width()
                + (width() == 1 ? " column, \"" : " columns, \"") + shortened(String.join(", ", begin)) + more + "\"";
        String wanted = "\"" + String.join(", ", ConvolutionColumns.TITLES.subList(0, ConvolutionColumns.FEWEST))
                + "\" or \"Layer, M, N, K\" is wanted";
        problems.add(new Problem(row.place(), "", found, wanted));
        return Optional.empty();
    }

    private int width() {
        return row.cells().size();
    }

    private long known() {
        return row.cells().stream().filter(cell -> column(cell) >= 0).count();
    }

    /** Columns that are named in another order would be read wrong. */
    private boolean inOrder(Problems problems) {
        int before = problems.count();
        for (int i = 0; i < width(); i++) {
            CsvRow.Cell cell = row.cells().get(i);
            int place = column(cell);
            if (place >= 0 && place != i) {
                String found = "\"" + cell.text() + "\" is column " + (i + 1) + ", and SCALE-Sim reads it from column "
                        + (place + 1) + " whatever the header says";
                String wanted = String.join(", ", ConvolutionColumns.TITLES) + " is the order that is wanted";
                problems.add(new Problem(cell.place(), "", found, wanted));
            }
        }
        return problems.count() == before;
    }

    private static int column(CsvRow.Cell cell) {
        String word = cell.text().toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        for (int i = 0; i < WORDS.size(); i++) {
            if (WORDS.get(i).contains(word)) {
                return i;
            }
        }
        return -1;
    }

    private static int numbers(CsvRow row) {
        return (int) row.cells().stream()
                .skip(1)
                .filter(cell -> !cell.text().isEmpty() && cell.text().chars().allMatch(c -> c >= '0' && c <= '9'))
                .count();
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "...";
    }
}
