package io.picojoule.mapping;

import io.picojoule.hardware.ProcessingElement;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.WordWidths;
import java.util.ArrayList;
import java.util.List;

/** The families of row-stationary mappings that an array and its scratchpads can hold: every e, q and r that differ in what they do. */
final class RowStationaryFamilies {
    private final SpatialArray machine;
    private final RowStationaryLimits limits;
    private final LoopNest nest;
    private final int filterRows;
    private final int filterColumns;
    private final List<MappingFamily> families = new ArrayList<>();

    private RowStationaryFamilies(SpatialArray machine, WordWidths words, LoopNest nest) {
        this.machine = machine;
        this.limits = new RowStationaryLimits(machine, words);
        this.nest = nest;
        this.filterRows = evenPart(nest.r(), machine.rows());
        this.filterColumns = evenPart(nest.s(), mostFilterColumns(machine.processingElement(), nest));
    }

    static RowStationaryParameters smallest(LoopNest nest, SpatialArray machine) {
        RowStationaryFamilies families = new RowStationaryFamilies(machine, machine.words(), nest);
        return new RowStationaryParameters(1, 1, 1, 1, 1, 1, 1, 1, families.filterRows, families.filterColumns);
    }

    static List<MappingFamily> of(SpatialArray machine, WordWidths words, LoopNest nest) {
        RowStationaryFamilies families = new RowStationaryFamilies(machine, words, nest);
        for (int r = 1; r <= Math.min(machine.rows() / families.filterRows, nest.c()); r++) {
            families.addWithSets(r);
        }
        return families.families;
    }

    /** As few parts as there must be of a size that fits, and these even. */
    private static int evenPart(int extent, int most) {
        int parts = (extent + most - 1) / most;
        return (extent + parts - 1) / parts;
    }

    /** Columns of a filter whose window and weights, for one channel and one filter, the scratchpads hold. */
    private static int mostFilterColumns(ProcessingElement element, LoopNest nest) {
        int columns = 1;
        while (columns < nest.s()
                && nest.spanWidth(columns + 1) <= element.inputWords()
                && columns + 1 <= element.weightWords()
                && nest.spanWidth(columns + 1) + columns + 2
                        <= element.sharedWords().orElse(Integer.MAX_VALUE)) {
            columns++;
        }
        return columns;
    }

    private void addWithSets(int r) {
        int columns = machine.rows() / (filterRows * r) * machine.columns();
        for (int e = 1; e <= Math.min(columns, nest.p()); e++) {
            for (int q = 1; q <= nest.c() && (long) (r - 1) * q < nest.c(); q++) {
                RowStationaryParameters start =
                        new RowStationaryParameters(1, 1, e, 1, q, r, 1, nest.q(), filterRows, filterColumns);
                if (!limits.fitsScratchpads(nest, start)) {
                    break;
                }
                if (!RowStationaryParameters.isRepeated(q, r, nest.c())) {
                    families.add(new RowStationaryFamily(limits, nest, start, columns));
                }
            }
        }
    }
}
