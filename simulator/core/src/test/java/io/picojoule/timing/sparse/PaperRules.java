package io.picojoule.timing.sparse;

import io.picojoule.hardware.Interleave;
import io.picojoule.hardware.SparseEngine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The semantics of EIE written down once more, from the paper's text and from nothing else of this project: dense matrices, lists of times,
 * sets of lines. Slow, and with no thought for engines.
 */
final class PaperRules {
    private final SparseEngine machine;
    private final int elements;

    long cycles;
    long broadcasts;
    long entries;
    long padding;
    long lineReads;
    long pointerReads;
    long blocked;

    PaperRules(SparseEngine machine) {
        this.machine = machine;
        this.elements = machine.processingElements();
    }

    /**
     * One product of some rows of a matrix with a vector.
     *
     * @param rows dense
     * @param vector dense
     */
    void product(int[][] rows, int[] vector) {
        List<Integer> columns = new ArrayList<>();
        for (int column = 0; column < vector.length; column++) {
            if (vector[column] != 0) {
                columns.add(column);
            }
        }
        broadcasts += columns.size();
        long last = machine.interleave() == Interleave.ROWS ? broadcast(rows, columns) : local(rows, columns);
        cycles += last + machine.pipelineCycles();
        for (int element = 0; element < elements; element++) {
            lines(rows, columns, element);
        }
        if (machine.interleave() == Interleave.COLUMNS && elements > 1) {
            int levels = 0;
            while (1 << levels < elements) {
                levels++;
            }
            cycles += rows.length + levels;
        }
    }

    private long broadcast(int[][] rows, List<Integer> columns) {
        List<List<Long>> starts = new ArrayList<>();
        long[] finish = new long[elements];
        long sent = -1;
        long last = 0;
        for (int i = 0; i < columns.size(); i++) {
            long earliest = sent + 1;
            sent = earliest;
            int before = i - (machine.queueSlots() - 1);
            if (before >= 0) {
                for (long start : starts.get(before)) {
                    sent = Math.max(sent, start + 1);
                }
            }
            blocked += sent - earliest;
            List<Long> started = new ArrayList<>();
            for (int element = 0; element < elements; element++) {
                long start = Math.max(sent + 1, finish[element]);
                started.add(start);
                finish[element] = start + time(rows, columns.get(i), element);
                last = Math.max(last, finish[element]);
                pointerReads++;
            }
            starts.add(started);
        }
        return last;
    }

    private long local(int[][] rows, List<Integer> columns) {
        long last = 0;
        for (int element = 0; element < elements; element++) {
            long now = 1;
            boolean any = false;
            for (int column : columns) {
                if (column % elements == element) {
                    now += time(rows, column, element);
                    any = true;
                    pointerReads++;
                }
            }
            last = Math.max(last, any ? now : 0);
        }
        return last;
    }

    private long time(int[][] rows, int column, int element) {
        List<Integer> stored = column(rows, column, element);
        entries += stored.size();
        padding += stored.stream().filter(value -> value == 0).count();
        return Math.max(machine.pointerSram().banks() == 1 ? 2 : 1, stored.size());
    }

    /** What is stored of a column in an element: weights, and a zero for each padding entry. */
    private List<Integer> column(int[][] rows, int column, int element) {
        List<Integer> stored = new ArrayList<>();
        int run = 0;
        List<Integer> waiting = new ArrayList<>();
        for (int row = 0; row < rows.length; row++) {
            boolean own =
                    machine.interleave() == Interleave.ROWS ? row % elements == element : column % elements == element;
            if (!own) {
                continue;
            }
            int value = rows[row][column];
            if (value != 0) {
                stored.addAll(waiting);
                waiting.clear();
                stored.add(value);
                run = 0;
            } else if (++run == 1 << machine.indexBits()) {
                waiting.add(0);
                run = 0;
            }
        }
        return stored;
    }

    /** Columns follow one another in SRAM; a run reads every line that it touches once, as columns come in order. */
    private void lines(int[][] rows, List<Integer> columns, int element) {
        int perLine = machine.matrixSram().widthBits() / (machine.indexBits() + machine.weightCodeBits());
        Set<Integer> touched = new HashSet<>();
        int position = 0;
        for (int column = 0; column < rows[0].length; column++) {
            int size = column(rows, column, element).size();
            if (columns.contains(column)) {
                for (int entry = 0; entry < size; entry++) {
                    touched.add((position + entry) / perLine);
                }
            }
            position += size;
        }
        lineReads += touched.size();
    }
}
