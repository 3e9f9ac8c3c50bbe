package io.picojoule.timing.array;

/**
 * The weight scratchpads and the partial sums in the making of all processing elements of a pass. A weight's number is that of the MAC that
 * uses it: window word outer, filter inner.
 */
final class Scratchpads {
    private final int weightWords;
    private final int sumWords;
    private final int[] weights;
    private final int[] sums;

    /**
     * @param weightWords of an element
     * @param sumWords partial sums of an element
     */
    Scratchpads(int elements, int weightWords, int sumWords) {
        this.weightWords = weightWords;
        this.sumWords = sumWords;
        this.weights = new int[Math.multiplyExact(elements, weightWords)];
        this.sums = new int[Math.multiplyExact(elements, sumWords)];
    }

    void putWeight(int element, int number, int value) {
        weights[element * weightWords + number] = value;
    }

    int weight(int element, int number) {
        return weights[element * weightWords + number];
    }

    int sum(int element, int filter) {
        return sums[element * sumWords + filter];
    }

    /** The MACs of a step's first window word: the sums start anew. */
    void multiply(int element, int filters, int input) {
        int weight = element * weightWords;
        int sum = element * sumWords;
        for (int filter = 0; filter < filters; filter++) {
            sums[sum + filter] = input * weights[weight + filter];
        }
    }

    /** The MACs of window word {@code word}, one for each filter. */
    void multiplyAdd(int element, int word, int filters, int input) {
        int weight = element * weightWords + word * filters;
        int sum = element * sumWords;
        for (int filter = 0; filter < filters; filter++) {
            sums[sum + filter] += input * weights[weight + filter];
        }
    }
}
