package io.picojoule.config.scalesim;

import io.picojoule.config.document.Mapping;
import io.picojoule.config.document.Problems;
import io.picojoule.config.scalesim.NodeMap.Whole;
import java.util.List;

/** What the cells of a row mean, and the layer that they make. */
sealed interface TopologyColumns permits ConvolutionColumns, ProductColumns {
    /** Names of the columns. */
    List<String> titles();

    /** How many cells a row has at least. */
    int fewest();

    /** A right row. */
    String exampleRow();

    /** The largest number in a column. */
    long most(int column);

    /** Reports numbers of a row that do not fit each other; {@link TopologyRow#UNKNOWN} fits all. */
    void check(List<Whole> numbers, Problems problems);

    /** The layer of a row with which nothing is wrong. */
    Mapping layer(TopologyRow row, String source, Remarks remarks);

    /** A right value of a column. */
    default String example(int column) {
        return exampleRow().split(",", -1)[column].strip();
    }
}
