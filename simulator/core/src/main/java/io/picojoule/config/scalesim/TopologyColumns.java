package io.picojoule.config.scalesim;

import io.picojoule.config.document.Mapping;
import io.picojoule.config.document.Problems;
import java.util.List;
import java.util.Optional;

/** What the cells of a row mean, and the layer that they make. */
sealed interface TopologyColumns permits ConvolutionColumns, ProductColumns {
    /** Names of the columns. */
    List<String> titles();

    /** How many cells a row has at least. */
    int fewest();

    /** A right row. */
    String exampleRow();

    /** The layer, or nothing if the numbers of the row do not fit each other. */
    Optional<Mapping> layer(TopologyRow row, String source, Remarks remarks, Problems problems);

    /** A right value of a column. */
    default String example(int column) {
        return exampleRow().split(",", -1)[column].strip();
    }
}
