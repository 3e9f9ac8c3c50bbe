package io.picojoule.config.scalesim;

import io.picojoule.config.document.Mapping;
import io.picojoule.config.document.Problems;
import io.picojoule.config.scalesim.NodeMap.Whole;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Products of matrices, {@code [M, K] x [K, N]}. SCALE-Sim makes of each a convolution of an image with M rows and K columns by N filters
 * with one row and K columns; here K is the depth, which is the same arithmetic: N outputs for each of M vectors of K features.
 *
 * @param order of the three sizes after the name
 */
record ProductColumns(List<String> order) implements TopologyColumns {
    /** The order in which SCALE-Sim reads them, whatever the header says. */
    static final ProductColumns IN_ORDER = new ProductColumns(List.of("M", "N", "K"));

    private static final long LARGEST = 1_000_000;

    ProductColumns {
        order = List.copyOf(order);
    }

    /** That of a header which names the three sizes. */
    static Optional<TopologyColumns> of(CsvRow header) {
        List<String> order = header.cells().stream()
                .skip(1)
                .map(cell -> cell.text().toUpperCase(Locale.ROOT))
                .toList();
        boolean isNamed = order.size() == 3 && Set.copyOf(order).equals(Set.of("M", "N", "K"));
        return isNamed ? Optional.of(new ProductColumns(order)) : Optional.empty();
    }

    @Override
    public List<String> titles() {
        return List.of("Layer", order.get(0), order.get(1), order.get(2));
    }

    @Override
    public int fewest() {
        return titles().size();
    }

    @Override
    public String exampleRow() {
        return "fc1, 256, 128, 2048,";
    }

    @Override
    public long most(int column) {
        return LARGEST;
    }

    /** Any three sizes make a product. */
    @Override
    public void check(List<Whole> numbers, Problems problems) {}

    @Override
    public Mapping layer(TopologyRow row, String source, Remarks remarks) {
        NodeMap input = new NodeMap(row.cells().place(), source)
                .put("features", row.number(order.indexOf("K")))
                .put("steps", row.number(order.indexOf("M")));
        return new NodeMap(row.cells().place(), source)
                .put("name", row.name())
                .put("kind", "fully-connected")
                .put("input-shape", input.map())
                .put("outputs", row.number(order.indexOf("N")))
                .put("per-step", "true")
                .put("bias", "false")
                .map();
    }
}
