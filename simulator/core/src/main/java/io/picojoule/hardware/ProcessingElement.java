package io.picojoule.hardware;

import java.util.OptionalInt;

/**
 * A processing element: one multiplier and its scratchpads.
 *
 * @param inputWords words of the input scratchpad
 * @param weightWords words of the weight scratchpad
 * @param partialSumWords words of the partial-sum scratchpad
 * @param sharedWords where one register file holds all three, its words; the others are then upper bounds
 * @param fifoWords words of the FIFO at each port
 */
public record ProcessingElement(
        int inputWords,
        int weightWords,
        int partialSumWords,
        OptionalInt sharedWords,
        int fifoWords,
        ZeroInputs zeroInputs) {
    public ProcessingElement {
        if (inputWords < 1 || weightWords < 1 || partialSumWords < 1 || fifoWords < 0) {
            throw new IllegalArgumentException(
                    "ProcessingElement: a scratchpad holds at least 1 word, a FIFO at least 0");
        }
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
