package io.picojoule.workload;

/**
 * Several values in one word: inputs of neighbouring channels of a group, and likewise the weights that meet them. A processing element
 * multiplies two such words value by value in one MAC slot and adds all products to one partial sum ("sum together" in Camus et al., JETCAS
 * 9(4) 2019). The layer is then one of fewer channels, whose words are wider.
 *
 * @param channels of a group
 * @param perWord values in a word; zeros fill the last word of a group
 */
public record Subwords(int channels, int perWord) {
    public Subwords {
        if (perWord < 1 || perWord > channels) {
            throw new IllegalArgumentException(
                    "Subwords: 1 to " + channels + " values of so many channels are in a word, not " + perWord);
        }
    }

    /** As many of the layer's channels in a word as a processing element multiplies at once. */
    public static Subwords of(LoopNest nest, int macsPerLaneCycle) {
        return new Subwords(nest.c(), Math.min(macsPerLaneCycle, nest.c()));
    }

    /** Words that the channels of a group take. */
    public int words() {
        return (channels + perWord - 1) / perWord;
    }

    /** Channels in a word of a group, without what fills it up. */
    private int channelsIn(int word) {
        return Math.min(perWord, channels - word * perWord);
    }

    /** The layer over words: {@code c} counts them. Its MACs are MAC slots. */
    public LoopNest pack(LoopNest nest) {
        return nest.withChannels(words());
    }

    /** Widths of the words that hold values of these widths. Partial sums and outputs stay alone. */
    public WordWidths pack(WordWidths values) {
        return new WordWidths(
                values.inputBits() * perWord,
                values.weightBits() * perWord,
                values.partialSumBits(),
                values.outputBits());
    }

    /** The layer's numbers, word by word. */
    public LayerData pack(LayerData data) {
        if (perWord == 1) {
            return data;
        }
        LoopNest nest = data.nest();
        return new LayerData(
                pack(nest),
                perWord,
                data.readsNetworkInput(),
                size -> interleaved(data.input(), size, nest.inputHeight() * nest.inputWidth()),
                size -> interleaved(data.weights(), size, nest.r() * nest.s()),
                size -> data.output());
    }

    /** From {@code [outer][channel][plane]} to {@code [outer][word][plane][value]}. */
    private int[] interleaved(int[] values, int size, int plane) {
        int[] words = new int[size];
        int groups = values.length / channels / plane;
        for (int group = 0; group < groups; group++) {
            for (int channel = 0; channel < channels; channel++) {
                int from = (group * channels + channel) * plane;
                int to = (group * words() + channel / perWord) * plane * perWord + channel % perWord;
                for (int place = 0; place < plane; place++) {
                    words[to + place * perWord] = values[from + place];
                }
            }
        }
        return words;
    }

    /** Whether all values of a word are zero, where the values of each word follow one another. */
    public static boolean isZero(int[] values, int word, int perWord) {
        for (int place = word * perWord; place < (word + 1) * perWord; place++) {
            if (values[place] != 0) {
                return false;
            }
        }
        return true;
    }

    /** MACs that all MAC slots of a layer hold, without those of the zeros that fill up words. */
    public long macs(long slots) {
        return Math.multiplyExact(slots / words(), (long) channels);
    }

    public double macsPerSlot() {
        return (double) channels / words();
    }

    /**
     * MACs in slots that meet a word of zeros, of so many images.
     *
     * @param packed the layer's numbers, as {@link #pack(LayerData)} makes them
     */
    public long macsWithZeroWords(LayerData packed, int images) {
        long[] ofWords = packed.zeroUses().ofAllColumns();
        long macs = 0;
        for (int word = 0; word < ofWords.length; word++) {
            macs = Math.addExact(macs, Math.multiplyExact(ofWords[word], (long) channelsIn(word % words())));
        }
        return Math.multiplyExact(macs, (long) images * packed.nest().m());
    }
}
