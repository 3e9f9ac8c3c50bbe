package io.picojoule.timing.array.detailed;

import io.picojoule.activity.Action;
import io.picojoule.activity.Activity;
import io.picojoule.activity.Level;
import io.picojoule.mapping.PassGeometry;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.Operand;
import io.picojoule.workload.WordWidths;
import java.util.ArrayList;
import java.util.List;

/**
 * Sends the inputs of a pass in a static order: image, needed column, channel of a set, set, needed row. A word goes to all processing
 * elements that need it at once; if one of them has no room, the bus waits.
 */
final class InputBus {
    private final int wordsPerCycle;

    private final int images;
    private final int channels;
    private final int sets;
    /** Of the input tile, in which whole filters find what they need. */
    private final int inputRows;

    private final int inputColumns;
    private final int[] sentColumns;
    private final int[] neededRows;
    private final int[] channelsOfSet;
    private final int[] firstChannelOfSet;
    /** The stores that take a word, by set and needed row. */
    private final InputStore[][][] destinations;

    private int firstAddress;
    private int image;
    private int column;
    private int channel;
    private int set;
    private int row;
    /** Of the word of row 0 in the input tile. */
    private int address;

    private final BusMeter meter = new BusMeter();
    private long delivered;

    InputBus(PassGeometry geometry, LoopNest nest, int wordsPerCycle, ElementArray elements) {
        this.wordsPerCycle = wordsPerCycle;
        this.images = geometry.images();
        this.channels = geometry.channels();
        this.sets = geometry.sets();
        this.inputRows = nest.inputRows(geometry.outputRows());
        this.inputColumns = nest.inputColumns(geometry.outputColumns());
        this.sentColumns = new int[geometry.sentColumns()];
        for (int index = 0; index < sentColumns.length; index++) {
            sentColumns[index] = geometry.sentColumn(index);
        }
        this.neededRows = new int[geometry.neededRowCount()];
        boolean[] needed = geometry.neededRows();
        for (int y = 0, index = 0; y < needed.length; y++) {
            if (needed[y]) {
                neededRows[index++] = y;
            }
        }
        this.channelsOfSet = new int[sets];
        this.firstChannelOfSet = new int[sets];
        this.destinations = new InputStore[sets][neededRows.length][];
        for (int each = 0; each < sets; each++) {
            channelsOfSet[each] = geometry.channelsOf(each);
            firstChannelOfSet[each] = geometry.firstChannelOf(each);
            for (int index = 0; index < neededRows.length; index++) {
                destinations[each][index] = destinations(geometry, elements, each, neededRows[index]);
            }
        }
    }

    private static InputStore[] destinations(PassGeometry geometry, ElementArray elements, int set, int inputRow) {
        List<InputStore> stores = new ArrayList<>();
        for (int chain = 0; chain < geometry.chainColumns(); chain++) {
            for (int filterRow = 0; filterRow < geometry.filterRows(); filterRow++) {
                if (geometry.inputRow(chain % geometry.outputRows(), filterRow) == inputRow) {
                    stores.add(elements.element(chain, set * geometry.filterRows() + filterRow)
                            .inputs());
                }
            }
        }
        return stores.toArray(InputStore[]::new);
    }

    /** A new pass, whose fold of the filter begins at this place of the input tile. */
    void start(int firstRow, int firstColumn) {
        firstAddress = firstRow * inputColumns + firstColumn;
        meter.start();
        image = 0;
        column = 0;
        channel = 0;
        set = 0;
        row = 0;
        address = addressOfRowZero();
    }

    private int addressOfRowZero() {
        int plane = image * channels + firstChannelOfSet[set] + channel;
        return plane * inputRows * inputColumns + firstAddress + sentColumns[column];
    }

    void tick(GlobalBuffer buffer, int now) {
        int moved = 0;
        while (moved < wordsPerCycle && image < images) {
            InputStore[] stores = destinations[set][row];
            if (!allHaveRoom(stores, now)) {
                break;
            }
            int value = buffer.input(address + neededRows[row] * inputColumns);
            for (InputStore store : stores) {
                store.send(value, now);
            }
            delivered += stores.length;
            moved++;
            advance();
        }
        meter.moved(moved, now);
    }

    private static boolean allHaveRoom(InputStore[] stores, int now) {
        for (InputStore store : stores) {
            if (!store.hasRoom(now)) {
                return false;
            }
        }
        return true;
    }

    /** On to the next word of the order. */
    private void advance() {
        if (++row < neededRows.length) {
            return;
        }
        row = 0;
        do {
            if (++set == sets) {
                set = 0;
                channel++;
            }
        } while (channel < channelsOfSet[0] && channel >= channelsOfSet[set]);
        if (channel == channelsOfSet[0]) {
            channel = 0;
            if (++column == sentColumns.length) {
                column = 0;
                image++;
            }
        }
        address = addressOfRowZero();
    }

    BusMeter meter() {
        return meter;
    }

    void addTo(Activity.Builder activity, WordWidths words) {
        long sent = meter.words();
        activity.words(Action.READ, Operand.INPUT, Level.GLOBAL_BUFFER, sent, words.inputBits())
                .words(Action.WRITE, Operand.INPUT, Level.NETWORK, sent, words.inputBits())
                .words(Action.READ, Operand.INPUT, Level.NETWORK, delivered, words.inputBits())
                .words(Action.WRITE, Operand.INPUT, Level.SCRATCHPAD, delivered, words.inputBits());
    }
}
