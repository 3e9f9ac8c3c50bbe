package io.picojoule.timing.array;

import io.picojoule.mapping.PassGeometry;

/**
 * The order in which a processing element works through its window: filter column outer, channel inner. The window lies in the input store
 * by column, then channel; columns that dilation skips lie in it too and take no MAC.
 */
final class WindowOrder {
    private final int[] places;
    private final int[] doneBefore;

    /** @param channels that the processing element interleaves */
    WindowOrder(PassGeometry geometry, int channels) {
        int words = geometry.filterColumns() * channels;
        places = new int[words];
        doneBefore = new int[words];
        for (int word = 0; word < words; word++) {
            int column = word / channels * geometry.dilation();
            int channel = word % channels;
            places[word] = column * channels + channel;
            doneBefore[word] = channel < channels - 1 ? places[word] + 1 : (column + geometry.dilation()) * channels;
        }
    }

    int words() {
        return places.length;
    }

    /** Where window word {@code word} lies, counted from the window's first word. */
    int place(int word) {
        return places[word];
    }

    /**
     * All places before this one are done with when window word {@code word} is; skipped columns go with the filter column before them. Past
     * the window's end where nothing is left.
     */
    int doneBefore(int word) {
        return doneBefore[word];
    }
}
