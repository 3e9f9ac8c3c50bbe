package io.picojoule.timing.array.fast;

/**
 * Which partial sum must have left a queue before another may enter it. A queue of {@code capacity} words that takes {@code filters} words
 * a step has room for word {@code f} of a step once word {@code offset[f]} of the step {@code steps[f]} before has left.
 */
final class QueueLag {
    final int[] steps;
    final int[] offset;

    QueueLag(int filters, int capacity) {
        steps = new int[filters];
        offset = new int[filters];
        for (int filter = 0; filter < filters; filter++) {
            int words = capacity - filter;
            steps[filter] = (words + filters - 1) / filters;
            offset[filter] = steps[filter] * filters - words;
        }
    }
}
