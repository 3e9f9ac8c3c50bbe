package io.picojoule.compression;

import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * A canonical Huffman code of the symbols {@code 0 .. n-1}. Of trees that are equally good, the one that joins older nodes first. A single
 * symbol takes one bit.
 */
public final class HuffmanCode {
    private final long[] counts;
    private final int[] lengths;
    private final long[] words;

    private record Node(
            long count,
            int age,
            int symbol,
            @Nullable Node left,
            @Nullable Node right) {}

    private HuffmanCode(long[] counts) {
        this.counts = counts;
        this.lengths = new int[counts.length];
        measure();
        this.words = canonical(lengths);
    }

    /**
     * The code for symbols that occur so often.
     *
     * @param counts how often each symbol occurs; the sum must be below 2^32, so that no word is longer than 46 bits
     */
    public static HuffmanCode of(long[] counts) {
        return new HuffmanCode(counts.clone());
    }

    private void measure() {
        PriorityQueue<Node> nodes =
                new PriorityQueue<>(Comparator.comparingLong(Node::count).thenComparingInt(Node::age));
        for (int symbol = 0; symbol < counts.length; symbol++) {
            if (counts[symbol] > 0) {
                nodes.add(new Node(counts[symbol], symbol, symbol, null, null));
            }
        }
        if (nodes.size() == 1) {
            lengths[nodes.remove().symbol()] = 1;
            return;
        }
        for (int age = counts.length; nodes.size() > 1; age++) {
            Node left = nodes.remove();
            Node right = nodes.remove();
            nodes.add(new Node(left.count() + right.count(), age, -1, left, right));
        }
        measure(nodes.poll(), 0);
    }

    private void measure(@Nullable Node node, int depth) {
        if (node == null) {
            return;
        }
        if (node.symbol() >= 0) {
            lengths[node.symbol()] = depth;
        }
        measure(node.left(), depth + 1);
        measure(node.right(), depth + 1);
    }

    /** Words that count upwards, shorter ones first, and of equal length in the order of symbols; the first bit of a word is its highest. */
    private static long[] canonical(int[] lengths) {
        long[] words = new long[lengths.length];
        long next = 0;
        for (int length = 1; length < Long.SIZE; length++) {
            next <<= 1;
            for (int symbol = 0; symbol < lengths.length; symbol++) {
                if (lengths[symbol] == length) {
                    words[symbol] = next++;
                }
            }
        }
        return words;
    }

    /** Of a symbol's word, in bits; 0 for one that does not occur. */
    public int length(int symbol) {
        return lengths[symbol];
    }

    /** What all symbols take, without the code itself. */
    public long bits() {
        long bits = 0;
        for (int symbol = 0; symbol < counts.length; symbol++) {
            bits += counts[symbol] * lengths[symbol];
        }
        return bits;
    }

    /** Symbols as bits. */
    public Bits encode(int[] symbols) {
        BitWriter writer = new BitWriter();
        for (int symbol : symbols) {
            writer.write(Long.reverse(words[symbol]) >>> (Long.SIZE - lengths[symbol]), lengths[symbol]);
        }
        return writer.bits();
    }

    /** The symbols of which there are {@code count}. */
    public int[] decode(Bits bits, int count) {
        BitReader reader = new BitReader(bits);
        int[] symbols = new int[count];
        for (int i = 0; i < count; i++) {
            symbols[i] = next(reader);
        }
        return symbols;
    }

    private int next(BitReader reader) {
        long word = 0;
        for (int length = 1; length < Long.SIZE; length++) {
            word = word << 1 | reader.read(1);
            for (int symbol = 0; symbol < lengths.length; symbol++) {
                if (lengths[symbol] == length && words[symbol] == word) {
                    return symbol;
                }
            }
        }
        throw new IllegalArgumentException("HuffmanCode: the bits are no word of this code");
    }

    @Override
    public String toString() {
        return "HuffmanCode of " + counts.length + " symbols: " + bits() + " bit";
    }
}
