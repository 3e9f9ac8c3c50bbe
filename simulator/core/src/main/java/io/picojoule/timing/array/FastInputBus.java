package io.picojoule.timing.array;

import io.picojoule.mapping.PassGeometry;
import java.util.Arrays;

/** The input bus and the input stores it fills: when is each window there? */
final class FastInputBus {
    private final PassGeometry geometry;
    private final int rows;
    private final int capacity;
    private final int mostChannels;
    private final BusClock bus;

    /** Element numbers of the destinations of a word, by set and needed row, one after another. */
    private final int[] destinations;

    /** Where the destinations of word kind {@code set x neededRows + row} start in {@link #destinations}. */
    private final int[] destinationStart;

    private final int neededRows;

    /** Words sent to, and freed by, each element of a set so far. */
    private final long[] sent;

    private final long[] freed;

    /** By element, then by word modulo {@code capacity}: cycle in which the slot's last word was freed. */
    private final long[] slotFree;

    private final long[] lastSent;

    FastInputBus(PassGeometry geometry, int width, int capacity, long firstCycle) {
        this.geometry = geometry;
        this.rows = geometry.chainRows();
        this.capacity = capacity;
        this.mostChannels = geometry.channelsOf(0);
        this.bus = new BusClock(width, firstCycle);
        this.sent = new long[geometry.sets()];
        this.freed = new long[geometry.sets()];
        int elements = rows * geometry.chainColumns();
        this.slotFree = new long[elements * capacity];
        Arrays.fill(slotFree, -1);
        this.lastSent = new long[elements];
        this.neededRows = geometry.neededRowCount();
        this.destinations = new int[elements];
        this.destinationStart = new int[geometry.sets() * neededRows + 1];
        listDestinations();
    }

    private void listDestinations() {
        boolean[] needed = geometry.neededRows();
        int kind = 0;
        int next = 0;
        for (int set = 0; set < geometry.sets(); set++) {
            for (int inputRow = 0; inputRow < needed.length; inputRow++) {
                if (needed[inputRow]) {
                    destinationStart[kind++] = next;
                    next = listDestinations(set, inputRow, next);
                }
            }
        }
        destinationStart[kind] = next;
    }

    private int listDestinations(int set, int inputRow, int first) {
        int next = first;
        for (int filterRow = 0; filterRow < geometry.filterRows(); filterRow++) {
            int above = inputRow - filterRow * geometry.dilation();
            if (above >= 0 && above % geometry.strideHeight() == 0 && above / geometry.strideHeight() < geometry.outputRows()) {
                int outputRow = above / geometry.strideHeight();
                for (int block = 0; block < geometry.blocks(); block++) {
                    int column = block * geometry.outputRows() + outputRow;
                    destinations[next++] = column * rows + set * geometry.filterRows() + filterRow;
                }
            }
        }
        return next;
    }

    /** Sends what the next window needs: all its columns at the start of an image, the fresh ones after. */
    void sendWindow(boolean firstOfImage) {
        int columns = firstOfImage ? geometry.spanWidth() : geometry.freshColumns();
        for (int column = 0; column < columns; column++) {
            for (int channel = 0; channel < mostChannels; channel++) {
                for (int set = 0; set < geometry.sets(); set++) {
                    if (channel < geometry.channelsOf(set)) {
                        sendRows(set);
                    }
                }
            }
        }
    }

    private void sendRows(int set) {
        int slot = (int) (sent[set]++ % capacity);
        int kind = set * neededRows;
        for (int row = 0; row < neededRows; row++, kind++) {
            int end = destinationStart[kind + 1];
            long latest = -1;
            for (int i = destinationStart[kind]; i < end; i++) {
                // A store takes one word a cycle, into a slot that was freed before.
                latest = Math.max(latest, Math.max(lastSent[destinations[i]], slotFree[destinations[i] * capacity + slot]));
            }
            long cycle = bus.send(latest + 1);
            for (int i = destinationStart[kind]; i < end; i++) {
                lastSent[destinations[i]] = cycle;
            }
        }
    }

    /** The cycle from which on the window sent last can be used. */
    long windowArrival(int element) {
        return lastSent[element] + 1;
    }

    /** Notes when an element gives up the words that the next step does not need. */
    void free(int element, int row, long start, long tail, int p, boolean lastOfImage) {
        int set = row / geometry.filterRows();
        int q = geometry.channelsOf(set);
        int columns = lastOfImage ? geometry.spanWidth() : geometry.freshColumns();
        int tailWord = q * geometry.filterColumns() - 1;
        long number = freed[set];
        long latest = 0;
        for (int column = 0; column < columns; column++) {
            int word = column / geometry.dilation() * q;
            for (int channel = 0; channel < q; channel++, word++, number++) {
                long cycle = (word == tailWord ? tail : start + (long) word * p) + p - 1;
                latest = Math.max(latest, cycle);
                slotFree[element * capacity + (int) (number % capacity)] = latest;
            }
        }
    }

    /** Ends a step: all elements have freed their words. */
    void freed(boolean lastOfImage) {
        int columns = lastOfImage ? geometry.spanWidth() : geometry.freshColumns();
        for (int set = 0; set < freed.length; set++) {
            freed[set] += (long) columns * geometry.channelsOf(set);
        }
    }

    long busyCycles() {
        return bus.busyCycles();
    }
}
