package io.picojoule.hardware;

/** Words a cycle of the array's four buses. */
public record Buses(
        int inputWordsPerCycle,
        int weightWordsPerCycle,
        int partialSumInWordsPerCycle,
        int partialSumOutWordsPerCycle) {
    public Buses {
        if (inputWordsPerCycle < 1
                || weightWordsPerCycle < 1
                || partialSumInWordsPerCycle < 1
                || partialSumOutWordsPerCycle < 1) {
            throw new IllegalArgumentException("Buses: every bus carries at least 1 word a cycle");
        }
    }

    /** The edges of a systolic array: a word a cycle for each row, and for each column, whichever operand enters there. */
    public static Buses edges(int rows, int columns) {
        int most = Math.max(rows, columns);
        return new Buses(most, most, columns, most);
    }
}
