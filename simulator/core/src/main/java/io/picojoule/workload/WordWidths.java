package io.picojoule.workload;

import java.util.Map;

/** Bits of a word, by operand. */
public record WordWidths(int inputBits, int weightBits, int partialSumBits, int outputBits) {
    public WordWidths {
        require(Operand.INPUT, inputBits);
        require(Operand.WEIGHT, weightBits);
        require(Operand.PARTIAL_SUM, partialSumBits);
        require(Operand.OUTPUT, outputBits);
    }

    private static void require(Operand operand, int bits) {
        if (bits < 1 || bits > 64) {
            throw new IllegalArgumentException("WordWidths: " + operand.key() + " must be 1 to 64 bit, not " + bits);
        }
    }

    public int bits(Operand operand) {
        return switch (operand) {
            case INPUT -> inputBits;
            case WEIGHT -> weightBits;
            case PARTIAL_SUM -> partialSumBits;
            case OUTPUT -> outputBits;
        };
    }

    /** These widths, with those that a layer states for itself in their place. */
    public WordWidths with(Map<Operand, Integer> overrides) {
        return new WordWidths(
                overrides.getOrDefault(Operand.INPUT, inputBits),
                overrides.getOrDefault(Operand.WEIGHT, weightBits),
                overrides.getOrDefault(Operand.PARTIAL_SUM, partialSumBits),
                overrides.getOrDefault(Operand.OUTPUT, outputBits));
    }
}
