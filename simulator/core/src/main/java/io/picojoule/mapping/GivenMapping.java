package io.picojoule.mapping;

import java.util.List;

/** A mapping as a user gives it for one layer: the paper's parameters, or the loop nest itself. */
public sealed interface GivenMapping {

    /** The row-stationary papers' parameters. {@code flattened}: map a fully-connected layer as a matrix product, not as a convolution. */
    record Parameters(RowStationaryParameters parameters, boolean flattened) implements GivenMapping {}

    /** The loops that {@link Mapping#toString} prints. */
    record Loops(List<Loop> loops) implements GivenMapping {
        public Loops {
            loops = List.copyOf(loops);
        }
    }
}
