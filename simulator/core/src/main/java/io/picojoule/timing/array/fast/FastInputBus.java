package io.picojoule.timing.array.fast;

import io.picojoule.mapping.PassGeometry;
import java.util.Arrays;

/** The input bus and the input stores it fills: when is each window there? */
final class FastInputBus {
    private final PassGeometry geometry;
    private final int rows;
    private final int capacity;
    private final int[] channelsOfSet;
    private final int[][] lastUse;
    private final int[] setOfRow;
    private final int freshColumns;
    private final int tailColumns;
    private final BusClock bus;

    /** Element numbers of the destinations of a word, by set and needed row, one after another. */
    private final int[] destinations;

    /** Where the destinations of word kind {@code set x neededRows + row} start in {@link #destinations}. */
    private final int[] destinationStart;

    private final int neededRows;

    /** By set: the slot that the next word goes to, and the one that is freed next. All elements of a set fill the same slots. */
    private final int[] nextSent;

    private final int[] nextFreed;

    /** By element, then by slot: cycle in which the slot's last word was freed. */
    private final long[] slotFree;

    private final long[] lastSent;

    FastInputBus(PassGeometry geometry, int width, int capacity, long firstCycle) {
        this.geometry = geometry;
        this.rows = geometry.chainRows();
        // A store that holds all words of the pass is never full.
        this.capacity =
                (int) Math.min(capacity, (long) geometry.images() * geometry.sentColumns() * geometry.channelsOf(0));
        this.channelsOfSet = new int[geometry.sets()];
        this.lastUse = new int[geometry.sets()][];
        for (int set = 0; set < channelsOfSet.length; set++) {
            channelsOfSet[set] = geometry.channelsOf(set);
            lastUse[set] = lastUse(channelsOfSet[set]);
        }
        this.setOfRow = new int[rows];
        for (int row = 0; row < rows; row++) {
            setOfRow[row] = row / geometry.filterRows();
        }
        this.freshColumns = geometry.freshColumns();
        this.tailColumns = geometry.filterColumns();
        this.bus = new BusClock(width, firstCycle);
        this.nextSent = new int[geometry.sets()];
        this.nextFreed = new int[geometry.sets()];
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
            if (above >= 0
                    && above % geometry.strideHeight() == 0
                    && above / geometry.strideHeight() < geometry.outputRows()) {
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
        int columns = firstOfImage ? geometry.spanWidth() : freshColumns;
        for (int column = 0; column < columns; column++) {
            for (int channel = 0; channel < channelsOfSet[0]; channel++) {
                for (int set = 0; set < channelsOfSet.length; set++) {
                    if (channel < channelsOfSet[set]) {
                        sendRows(set);
                    }
                }
            }
        }
    }

    private void sendRows(int set) {
        int slot = nextSent[set];
        nextSent[set] = slot + 1 == capacity ? 0 : slot + 1;
        int kind = set * neededRows;
        for (int row = 0; row < neededRows; row++, kind++) {
            int end = destinationStart[kind + 1];
            long latest = -1;
            for (int i = destinationStart[kind]; i < end; i++) {
                // A store takes one word a cycle, into a slot that was freed before.
                latest = Math.max(
                        latest, Math.max(lastSent[destinations[i]], slotFree[destinations[i] * capacity + slot]));
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

    /**
     * Notes when an element gives up the words that the next step does not need. A word that takes no MAC goes with the last before it that
     * does; if there is none, in the first cycle of the step.
     *
     * @param workedUpTo from {@code firstWord} on, for each word of the window: words up to and including it that take MACs
     */
    void free(
            int element, int row, long start, long tail, int p, int[] workedUpTo, int firstWord, boolean lastOfImage) {
        int set = setOfRow[row];
        int q = channelsOfSet[set];
        int columns = lastOfImage ? geometry.spanWidth() : freshColumns;
        int firstSlot = element * capacity;
        int endSlot = firstSlot + capacity;
        int slot = firstSlot + nextFreed[set];
        int tailWord = q * tailColumns - 1;
        int words = columns * q;
        int[] lastUseOfSet = lastUse[set];
        for (int i = 0; i < words; i++) {
            int word = lastUseOfSet[i];
            slotFree[slot] =
                    word == tailWord ? tail + p - 1 : start + Math.max(0, (long) workedUpTo[firstWord + word] * p - 1);
            slot = slot + 1 == endSlot ? firstSlot : slot + 1;
        }
    }

    /**
     * For each word of a window in the order of arrival: the word with whose last MAC it is given up. Without dilation that is the word
     * itself; a word of a gap between filter columns goes with the last of the filter column before it.
     */
    private int[] lastUse(int q) {
        int[] words = new int[geometry.spanWidth() * q];
        for (int i = 0; i < words.length; i++) {
            int column = i / q;
            int filterColumn = column / geometry.dilation();
            words[i] = filterColumn * q + (column % geometry.dilation() == 0 ? i % q : q - 1);
        }
        return words;
    }

    /** Ends a step: all elements have freed their words. */
    void freed(boolean lastOfImage) {
        int columns = lastOfImage ? geometry.spanWidth() : freshColumns;
        for (int set = 0; set < nextFreed.length; set++) {
            nextFreed[set] = (nextFreed[set] + columns * channelsOfSet[set]) % capacity;
        }
    }

    /** Steps back to the one that freed the slot of a word about to be sent. */
    int lookback() {
        int fewest = channelsOfSet[channelsOfSet.length - 1];
        int kept = fewest * (geometry.spanWidth() - freshColumns);
        return (capacity - kept) / (fewest * freshColumns) + 1;
    }

    /** Cycle of the last word that each element got. */
    long[] moments() {
        return lastSent;
    }

    BusClock clock() {
        return bus;
    }

    /** Moves all moments on; the bus itself is moved by its owner. */
    void skip(long cycles) {
        SteadyState.shift(slotFree, cycles);
        SteadyState.shift(lastSent, cycles);
    }
}
