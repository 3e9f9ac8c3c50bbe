package io.picojoule.timing.array;

import io.picojoule.hardware.SpatialArray;
import io.picojoule.mapping.StreamGeometry;
import io.picojoule.mapping.StreamLimits;
import io.picojoule.mapping.StreamLimits.Residence;
import io.picojoule.mapping.StreamSequence;
import io.picojoule.mapping.TileShape;
import io.picojoule.mapping.TileVisit;
import io.picojoule.workload.LayerData;
import io.picojoule.workload.WordWidths;

/**
 * One layer whose words stream past an array: all that an engine needs.
 *
 * @param words the widths of this layer on this machine
 * @param residence which tiles wait on the chip
 */
public record StreamJob(
        SpatialArray machine,
        StreamSequence passes,
        WordWidths words,
        LayerData data,
        TransferSizes transfers,
        Residence residence) {

    /** A job whose residence is what the machine's buffers allow. */
    public static StreamJob of(
            SpatialArray machine, StreamSequence passes, WordWidths words, LayerData data, TransferSizes transfers) {
        return new StreamJob(
                machine, passes, words, data, transfers, new StreamLimits(machine, words).residence(passes));
    }

    /** Bits of the input tile of a visit. */
    public long inputBits(TileVisit visit) {
        return images(visit) * transfers.inputBits(visit.group(), visit.patch(), visit.channelTile());
    }

    /** Bits of the finished output tile of a visit. */
    public long outputBits(TileVisit visit) {
        return images(visit) * transfers.outputBits(visit.group(), visit.filterTile(), visit.patch());
    }

    private long images(TileVisit visit) {
        return passes.grid().images().size(visit.imageTile());
    }

    /** Bits of the unfinished sums of a visit. */
    public long sumBits(TileShape shape) {
        return (long) shape.n() * shape.m() * shape.p() * shape.q() * words.partialSumBits();
    }

    /** Bits of the weights of a visit's tiles. */
    public long weightBits(TileShape shape) {
        return (long) shape.m() * shape.c() * shape.r() * shape.s() * words.weightBits();
    }

    /** Bits of the weights of a pass that fetches its own. */
    public long weightBits(StreamGeometry geometry) {
        long needed = StreamLimits.distinctWeights(passes, geometry) * words.weightBits();
        return machine.memory().dram().weightBits(needed);
    }
}
