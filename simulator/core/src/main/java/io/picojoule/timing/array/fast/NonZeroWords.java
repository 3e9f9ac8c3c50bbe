package io.picojoule.timing.array.fast;

import io.picojoule.workload.LayerData;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.Subwords;

/** Where the words of a layer's padded input are not zero. */
final class NonZeroWords {
    private final LoopNest nest;
    private final boolean[] nonZero;

    NonZeroWords(LayerData data) {
        this.nest = data.nest();
        int[] input = data.input();
        this.nonZero = new boolean[input.length / data.valuesPerWord()];
        for (int word = 0; word < nonZero.length; word++) {
            nonZero[word] = !Subwords.isZero(input, word, data.valuesPerWord());
        }
    }

    /** @param channel over all groups */
    boolean at(int channel, int paddedRow, int paddedColumn) {
        int row = paddedRow - nest.padTop();
        int column = paddedColumn - nest.padLeft();
        return row >= 0
                && row < nest.inputHeight()
                && column >= 0
                && column < nest.inputWidth()
                && nonZero[(channel * nest.inputHeight() + row) * nest.inputWidth() + column];
    }
}
