package io.picojoule.timing.array.detailed;

import io.picojoule.activity.Action;
import io.picojoule.activity.Activity;
import io.picojoule.activity.Level;
import io.picojoule.mapping.PassGeometry;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.Operand;
import io.picojoule.workload.WordWidths;
import java.util.Arrays;

/**
 * Sends the weights of a pass. A group is one filter row of one set in one block; each of its words goes to the columns of its block at
 * once. The order is that of the MACs, all groups in turn for each; a group takes one word a cycle.
 */
final class WeightBus {
    private final TensorWords tensors;
    private final int wordsPerCycle;
    private final int rows;
    /** The columns of each group. */
    private final ClockedElement[][] destinations;

    private final int[] groups;
    private final int[] numbers;
    private final int[] offsets;
    private final int[] lastSent;

    private int firstWeight;
    private int next;
    private final BusMeter meter = new BusMeter();
    private long delivered;

    WeightBus(PassGeometry geometry, LoopNest nest, TensorWords tensors, int wordsPerCycle, ElementArray elements) {
        this.tensors = tensors;
        this.wordsPerCycle = wordsPerCycle;
        this.rows = geometry.chainRows();
        int words = Math.toIntExact(geometry.weightWords());
        this.groups = new int[words];
        this.numbers = new int[words];
        this.offsets = new int[words];
        this.lastSent = new int[geometry.blocks() * rows];
        this.destinations = new ClockedElement[lastSent.length][geometry.outputRows()];
        for (int group = 0; group < destinations.length; group++) {
            for (int outputRow = 0; outputRow < geometry.outputRows(); outputRow++) {
                destinations[group][outputRow] =
                        elements.element(group / rows * geometry.outputRows() + outputRow, group % rows);
            }
        }
        layOut(geometry, nest);
    }

    /** Works out the order: for each word its group, its number there, and where it lies after the pass's first in the tensor. */
    private void layOut(PassGeometry geometry, LoopNest nest) {
        int most = geometry.filtersOf(0) * geometry.channelsOf(0) * geometry.filterColumns();
        int word = 0;
        for (int number = 0; number < most; number++) {
            for (int group = 0; group < lastSent.length; group++) {
                int block = group / rows;
                int row = group % rows;
                int set = row / geometry.filterRows();
                int filters = geometry.filtersOf(block);
                int channels = geometry.channelsOf(set);
                if (number >= filters * channels * geometry.filterColumns()) {
                    continue;
                }
                int filter = geometry.firstFilterOf(block) + number % filters;
                int channel = geometry.firstChannelOf(set) + number / filters % channels;
                int filterColumn = number / filters / channels;
                groups[word] = group;
                numbers[word] = number;
                offsets[word] = ((filter * nest.c() + channel) * nest.r() + row % geometry.filterRows()) * nest.s()
                        + filterColumn;
                word++;
            }
        }
    }

    /**
     * A new pass.
     *
     * @param first where the weights of the pass's first filter and channel lie in the tensor
     */
    void start(int first) {
        firstWeight = first;
        next = 0;
        meter.start();
        Arrays.fill(lastSent, -1);
    }

    boolean isDone() {
        return next == groups.length;
    }

    void tick(int now) {
        int moved = 0;
        while (moved < wordsPerCycle && next < groups.length && lastSent[groups[next]] != now) {
            send(now);
            moved++;
        }
        meter.moved(moved, now);
    }

    private void send(int now) {
        int group = groups[next];
        int word = tensors.weight(firstWeight + offsets[next]);
        for (ClockedElement element : destinations[group]) {
            element.putWeight(numbers[next], word);
        }
        delivered += destinations[group].length;
        lastSent[group] = now;
        next++;
    }

    BusMeter meter() {
        return meter;
    }

    void addTo(Activity.Builder activity, WordWidths words) {
        long sent = meter.words();
        activity.words(Action.WRITE, Operand.WEIGHT, Level.NETWORK, sent, words.weightBits())
                .words(Action.READ, Operand.WEIGHT, Level.NETWORK, delivered, words.weightBits())
                .words(Action.WRITE, Operand.WEIGHT, Level.SCRATCHPAD, delivered, words.weightBits());
    }
}
