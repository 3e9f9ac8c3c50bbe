package io.picojoule.timing.array.detailed;

import io.picojoule.activity.Action;
import io.picojoule.activity.Activity;
import io.picojoule.activity.Level;
import io.picojoule.mapping.PassGeometry;
import io.picojoule.mapping.PassSequence;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.Operand;
import io.picojoule.workload.WordWidths;

/**
 * The global buffer with its two tiles: inputs {@code [image][channel][row][column]} of a channel group, zeros of the padding included, and
 * partial sums {@code [image][filter][row][column]} of an output tile.
 */
final class GlobalBuffer {
    private final PassSequence passes;
    private final LoopNest nest;
    private final TensorWords tensors;
    private final int[] outputs;
    private int[] inputs = new int[0];
    private int[] sums = new int[0];
    private long inputsLoaded;
    private long outputsStored;

    GlobalBuffer(PassSequence passes, TensorWords tensors) {
        this.passes = passes;
        this.nest = passes.nest();
        this.tensors = tensors;
        this.outputs = new int[Math.toIntExact(nest.outputWords())];
    }

    int input(int address) {
        return inputs[address];
    }

    int sum(int address) {
        return sums[address];
    }

    void putSum(int address, int value) {
        sums[address] = value;
    }

    /** Makes room for the partial sums of the output tile that begins with {@code pass}. */
    void startOutputTile(PlannedPass pass) {
        PassGeometry geometry = pass.geometry();
        int words = geometry.images()
                * passes.filterTiles().size(pass.filterTile())
                * geometry.outputRows()
                * geometry.outputColumns();
        if (sums.length != words) {
            sums = new int[words];
        }
    }

    /** Loads the input tile that begins with {@code pass}. Every image of a batch has the same numbers. */
    void loadInputs(PlannedPass pass) {
        int images = pass.geometry().images();
        int channels = pass.geometry().channels();
        int rows = nest.inputRows(pass.geometry().outputRows());
        int columns = nest.inputColumns(pass.geometry().outputColumns());
        int words = Math.multiplyExact(Math.multiplyExact(images, channels), Math.multiplyExact(rows, columns));
        if (inputs.length != words) {
            inputs = new int[words];
        }
        int firstChannel = pass.group() * nest.c() + passes.channelGroups().start(pass.channelGroup());
        int firstRow = passes.strips().start(passes.stripOf(pass.patch())) * nest.strideHeight();
        int firstColumn = passes.columnTiles().start(passes.columnTileOf(pass.patch())) * nest.strideWidth();
        int address = 0;
        for (int image = 0; image < images; image++) {
            for (int channel = 0; channel < channels; channel++) {
                for (int row = 0; row < rows; row++) {
                    loadRow(address, firstChannel + channel, firstRow + row, firstColumn, columns);
                    address += columns;
                }
            }
        }
    }

    private void loadRow(int address, int channel, int paddedRow, int firstColumn, int columns) {
        int row = paddedRow - nest.padTop();
        boolean outside = row < 0 || row >= nest.inputHeight();
        int start = (channel * nest.inputHeight() + row) * nest.inputWidth();
        for (int offset = 0; offset < columns; offset++) {
            int column = firstColumn + offset - nest.padLeft();
            boolean padding = outside || column < 0 || column >= nest.inputWidth();
            inputs[address + offset] = padding ? 0 : tensors.input(start + column);
            inputsLoaded++;
        }
    }

    /** Reads out the output tile that ended with {@code pass}. */
    void storeOutputs(PlannedPass pass) {
        int filters = passes.filterTiles().size(pass.filterTile());
        int columns = pass.geometry().outputColumns();
        int firstImage = passes.images().start(pass.imageTile());
        int firstFilter = pass.group() * nest.m() + passes.filterTiles().start(pass.filterTile());
        int firstRow = passes.strips().start(passes.stripOf(pass.patch()));
        int firstColumn = passes.columnTiles().start(passes.columnTileOf(pass.patch()));
        int address = 0;
        for (int image = 0; image < pass.geometry().images(); image++) {
            for (int filter = 0; filter < filters; filter++) {
                int plane = (firstImage + image) * nest.g() * nest.m() + firstFilter + filter;
                for (int row = 0; row < pass.geometry().outputRows(); row++) {
                    int place = (plane * nest.p() + firstRow + row) * nest.q() + firstColumn;
                    System.arraycopy(sums, address, outputs, place, columns);
                    address += columns;
                    outputsStored += columns;
                }
            }
        }
    }

    /** The layer's outputs, as far as they are stored. */
    int[] outputs() {
        return outputs;
    }

    void addTo(Activity.Builder activity, WordWidths words) {
        activity.words(Action.WRITE, Operand.INPUT, Level.GLOBAL_BUFFER, inputsLoaded, words.inputBits())
                .words(Action.READ, Operand.OUTPUT, Level.GLOBAL_BUFFER, outputsStored, words.outputBits());
    }
}
