package io.picojoule.mapping;

import io.picojoule.workload.Operand;
import java.util.Optional;

/**
 * Everything that the course of a pass depends on, where words stream past an array: two passes of equal geometry on one machine take the
 * same cycles, cycle by cycle.
 *
 * @param stationary what waits in the elements; it is loaded before the first step, or, if it is the output, leaves after the last
 * @param rows of the array that are used
 * @param columns of the array that are used
 * @param inputWords different inputs that the elements multiply in one step
 * @param weightWords different weights in one step
 * @param sumWords different sums that the products of one step go into
 * @param steps products of an element
 * @param slide how inputs are passed on between neighbours, if they are
 * @param takesPartialSums whether sums of earlier passes come in
 */
public record StreamGeometry(
        Optional<Operand> stationary,
        int rows,
        int columns,
        int inputWords,
        int weightWords,
        int sumWords,
        int steps,
        Optional<Slide> slide,
        boolean takesPartialSums) {

    public int activeElements() {
        return rows * columns;
    }

    public long macs() {
        return (long) steps * activeElements();
    }

    /** Elements whose products of a step are added up. */
    public int elementsOfSum() {
        return activeElements() / sumWords;
    }

    public boolean keeps(Operand operand) {
        return stationary.isPresent() && stationary.get() == operand;
    }

    /** Words that a step brings over the bus of an operand: none of the stationary one. */
    public long wordsOfStep(Operand operand, long step) {
        if (keeps(operand)) {
            return 0;
        }
        return switch (operand) {
            case INPUT -> slide.isPresent() ? slide.get().freshWords(step) : inputWords;
            case WEIGHT -> weightWords;
            case PARTIAL_SUM, OUTPUT -> keepsSums() ? 0 : sumWords;
        };
    }

    /** Words that are loaded before the first step: the stationary operand, or the sums so far if those stay. */
    public int loadedWords() {
        if (keeps(Operand.INPUT)) {
            return inputWords;
        }
        if (keeps(Operand.WEIGHT)) {
            return weightWords;
        }
        return keepsSums() && takesPartialSums ? sumWords : 0;
    }

    public boolean keepsSums() {
        return keeps(Operand.OUTPUT);
    }

    /** Input words that are sent to the array in the pass. */
    public long inputsSent() {
        if (keeps(Operand.INPUT)) {
            return inputWords;
        }
        return slide.isPresent()
                ? steps
                        / (slide.get().filterRows() * slide.get().filterColumns())
                        * slide.get().wordsOfChannel()
                : (long) steps * inputWords;
    }

    /** Weight words that are sent to the array in the pass. */
    public long weightsSent() {
        return keeps(Operand.WEIGHT) ? weightWords : (long) steps * weightWords;
    }

    /** Sums that leave the array in the pass, and, where it takes them, come in. */
    public long sumsOut() {
        return keepsSums() ? sumWords : (long) steps * sumWords;
    }

    public long sumsIn() {
        return takesPartialSums ? sumsOut() : 0;
    }
}
