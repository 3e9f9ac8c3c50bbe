package io.picojoule.timing.array.detailed;

import io.picojoule.mapping.PassGeometry;

/**
 * The order in which a processing element works through its window: filter column outer, channel inner. The window lies in the input store
 * by column, then channel; columns that dilation skips lie in it too and take no MAC.
 *
 * @param places where each window word lies, counted from the window's first word
 * @param doneBefore for each window word, the place before which all is done with when its MACs are; skipped columns go with the filter
 *     column before them. It may lie past the window's end.
 * @param words of the window, skipped columns included
 * @param freshWords that a step leaves behind
 */
record WindowOrder(int[] places, int[] doneBefore, int words, int freshWords) {
    /** @param channels that the processing element interleaves */
    static WindowOrder of(PassGeometry geometry, int channels) {
        int[] places = new int[geometry.filterColumns() * channels];
        int[] doneBefore = new int[places.length];
        for (int word = 0; word < places.length; word++) {
            int column = word / channels * geometry.dilation();
            int channel = word % channels;
            places[word] = column * channels + channel;
            doneBefore[word] = channel < channels - 1 ? places[word] + 1 : (column + geometry.dilation()) * channels;
        }
        return new WindowOrder(places, doneBefore, geometry.spanWidth() * channels, geometry.freshColumns() * channels);
    }
}
