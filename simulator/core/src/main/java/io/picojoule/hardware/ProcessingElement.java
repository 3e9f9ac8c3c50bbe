package io.picojoule.hardware;

import io.picojoule.workload.WordWidths;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * A processing element: one multiplier and its scratchpads.
 *
 * @param inputWords words of the input scratchpad
 * @param weightWords words of the weight scratchpad
 * @param partialSumWords words of the partial-sum scratchpad
 * @param sharedWords where one register file holds all three, its words; the others are then upper bounds
 * @param fifoWords words of the FIFO at each port
 * @param macsPerLaneCycle MACs that the multiplier does in a cycle by splitting itself and its words, by width of the wider operand in bits;
 *     empty where a narrow word takes the place and the cycle of a whole one
 */
public record ProcessingElement(
        int inputWords,
        int weightWords,
        int partialSumWords,
        OptionalInt sharedWords,
        int fifoWords,
        ZeroInputs zeroInputs,
        NavigableMap<Integer, Integer> macsPerLaneCycle) {
    public ProcessingElement {
        if (inputWords < 1 || weightWords < 1 || partialSumWords < 1 || fifoWords < 0) {
            throw new IllegalArgumentException(
                    "ProcessingElement: a scratchpad holds at least 1 word, a FIFO at least 0");
        }
        macsPerLaneCycle = Collections.unmodifiableNavigableMap(new TreeMap<>(macsPerLaneCycle));
        int most = Integer.MAX_VALUE;
        for (Map.Entry<Integer, Integer> width : macsPerLaneCycle.entrySet()) {
            if (width.getKey() < 1 || width.getValue() < 1) {
                throw new IllegalArgumentException("ProcessingElement: widths and MACs a cycle must be at least 1");
            }
            if (width.getValue() > most) {
                throw new IllegalArgumentException("ProcessingElement: int" + width.getKey() + " does "
                        + width.getValue() + " MACs a cycle, and a narrower precision fewer");
            }
            most = width.getValue();
        }
    }

    /** An element that does one MAC a cycle, however narrow the words. */
    public ProcessingElement(
            int inputWords,
            int weightWords,
            int partialSumWords,
            OptionalInt sharedWords,
            int fifoWords,
            ZeroInputs zeroInputs) {
        this(
                inputWords,
                weightWords,
                partialSumWords,
                sharedWords,
                fifoWords,
                zeroInputs,
                Collections.emptyNavigableMap());
    }

    /** MACs a cycle on values of these widths: those of the narrowest listed precision that holds both operands, else 1. */
    public int macsPerLaneCycle(WordWidths values) {
        Map.Entry<Integer, Integer> listed =
                macsPerLaneCycle.ceilingEntry(Math.max(values.inputBits(), values.weightBits()));
        return listed == null ? 1 : listed.getValue();
    }

    /** Scratchpad and FIFO of the inputs are one queue: a word waits in the FIFO until the scratchpad has room. */
    public int inputStoreWords() {
        return inputWords + fifoWords;
    }

    /** Partial sums on their way up: scratchpad and FIFO are one queue too. */
    public int partialSumQueueWords() {
        return partialSumWords + fifoWords;
    }
}
