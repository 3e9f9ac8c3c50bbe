package io.picojoule.mapping;

import io.picojoule.hardware.Interconnect;
import io.picojoule.hardware.LayerTiling;
import io.picojoule.hardware.ProcessingElement;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.Operand;
import io.picojoule.workload.WordWidths;
import java.util.ArrayList;
import java.util.List;

/** What a machine can hold where words stream past its array: the array, what waits in its elements, the buffers. */
public final class StreamLimits {
    private final SpatialArray machine;
    private final BufferLimits buffers;
    private final boolean holdsWeights;

    public StreamLimits(SpatialArray machine, WordWidths words) {
        this.machine = machine;
        this.buffers = new BufferLimits(machine, words);
        this.holdsWeights = machine.memory().weightsInGlobalBuffer();
    }

    /**
     * Which tiles wait on the chip while the array works at them. What does not comes over the DRAM link each time the array asks for it.
     *
     * @param weights whether a visit's weights are fetched as one tile; otherwise each pass fetches its own
     */
    public record Residence(boolean inputs, boolean weights, boolean sums) {}

    public Residence residence(StreamSequence passes) {
        if (machine.streaming().cutsLayers()) {
            return new Residence(true, holdsWeights, true);
        }
        TileShape shape = passes.largestShape();
        long weights = holdsWeights ? weightTileBytes(shape) : 0;
        boolean weightsFit = holdsWeights && buffers.holds(buffers.occupied(weights));
        long kept = weightsFit ? weights : 0;
        boolean sumsFit = buffers.holds(buffers.occupied(sumBytes(shape), kept));
        kept += sumsFit ? sumBytes(shape) : 0;
        return new Residence(
                buffers.holds(buffers.occupied(inputBytes(passes.nest(), shape), kept)), weightsFit, sumsFit);
    }

    List<String> violations(StreamSequence passes) {
        List<String> found = new ArrayList<>();
        array(passes, found);
        elementsAndWeights(passes, found);
        if (machine.streaming().cutsLayers()) {
            TileShape shape = passes.largestShape();
            LoopNest nest = passes.nest();
            StreamRule rule = passes.rule();
            String parts = BufferLimits.size(waitingInputBytes(rule, nest, shape)) + " of inputs and "
                    + BufferLimits.size(sumBytes(shape)) + " of partial sums"
                    + (holdsWeights ? " and " + BufferLimits.size(weightTileBytes(shape)) + " of weights" : "");
            buffers.globalBuffer(parts, occupied(rule, nest, shape), found);
            if (!fitsAccumulators(shape)) {
                found.add("accumulators: partial sums take " + BufferLimits.size(sumBytes(shape)) + ", the machine has "
                        + BufferLimits.size(
                                machine.memory().accumulators().orElseThrow().capacityBytes()));
            }
        } else if (passes.visitCount() > passes.nest().g()) {
            found.add("tiles: the machine runs a layer as one tile");
        }
        return found;
    }

    /** Whether weights wait in the global buffer, a tile at a time. */
    boolean holdsWeights() {
        return holdsWeights;
    }

    /** Whether the elements hold what waits in them, and weights that are sent again wait somewhere. */
    boolean fitsElements(StreamSequence passes) {
        List<String> found = new ArrayList<>();
        elementsAndWeights(passes, found);
        return found.isEmpty();
    }

    private void elementsAndWeights(StreamSequence passes, List<String> found) {
        StreamGeometry geometry = largest(passes);
        elements(geometry, found);
        weights(passes, geometry, found);
    }

    boolean fitsGlobalBuffer(StreamRule rule, LoopNest nest, TileShape shape) {
        return fitsAccumulators(shape) && buffers.holds(occupied(rule, nest, shape));
    }

    private long occupied(StreamRule rule, LoopNest nest, TileShape shape) {
        return buffers.occupied(
                waitingInputBytes(rule, nest, shape),
                machine.memory().accumulators().isPresent() ? 0 : sumBytes(shape),
                holdsWeights ? weightTileBytes(shape) : 0);
    }

    /** Whether partial sums have a place of their own, and it has room for these. */
    private boolean fitsAccumulators(TileShape shape) {
        return machine.memory().accumulators().isEmpty()
                || sumBytes(shape) <= machine.memory().accumulators().get().capacityBytes();
    }

    /** Where tiles are those of a pass, inputs that stream through it wait for nothing. */
    private long waitingInputBytes(StreamRule rule, LoopNest nest, TileShape shape) {
        boolean streams = machine.streaming().tiling() == LayerTiling.PASSES
                && rule.stream().indexes(Operand.INPUT)
                && !rule.stream().isReduced();
        return streams ? 0 : inputBytes(nest, shape);
    }

    private long inputBytes(LoopNest nest, TileShape shape) {
        return buffers.inputBytes(
                (long) nest.inputRows(shape.p()) * nest.inputColumns(shape.q()) * shape.n() * shape.c());
    }

    private long sumBytes(TileShape shape) {
        return buffers.sumBytes((long) shape.p() * shape.q() * shape.n() * shape.m());
    }

    private long weightTileBytes(TileShape shape) {
        return buffers.weightTileBytes((long) shape.m() * shape.c() * shape.r() * shape.s());
    }

    private static StreamGeometry largest(StreamSequence passes) {
        return passes.passesOf(passes.largestShape(), true).pass(0).geometry();
    }

    private void array(StreamSequence passes, List<String> found) {
        StreamGeometry geometry = largest(passes);
        if (isFree(machine)) {
            exceeds(
                    found,
                    "array: elements side by side",
                    geometry.activeElements(),
                    machine.macsPerCycle(),
                    "elements");
        } else {
            exceeds(found, "array: " + passes.rule().rows() + " side by side", geometry.rows(), machine.rows(), "rows");
            exceeds(
                    found,
                    "array: " + passes.rule().columns() + " side by side",
                    geometry.columns(),
                    machine.columns(),
                    "columns");
        }
    }

    /** Whether any element can be any place of the spatial axes: destinations on a multicast bus are tags. */
    static boolean isFree(SpatialArray machine) {
        return machine.interconnect() == Interconnect.MULTICAST;
    }

    private void elements(StreamGeometry geometry, List<String> found) {
        ProcessingElement element = machine.processingElement();
        int copies = machine.isDoubleBuffered() ? 2 : 1;
        geometry.stationary().ifPresent(operand -> {
            int has = switch (operand) {
                case INPUT -> element.inputWords();
                case WEIGHT -> element.weightWords();
                case PARTIAL_SUM, OUTPUT -> element.partialSumWords();
            };
            exceeds(found, operand.key() + " scratchpad: the stationary word", copies, has, "words");
        });
    }

    /** Weights that come anew in each step must wait somewhere if there are fewer of them than steps. */
    private void weights(StreamSequence passes, StreamGeometry geometry, List<String> found) {
        long distinct = distinctWeights(passes, geometry);
        // A layer that is not cut streams: what does not fit comes from DRAM as it is used.
        boolean streams = !machine.streaming().cutsLayers();
        if (holdsWeights || streams || (!geometry.keeps(Operand.WEIGHT) && geometry.weightsSent() == distinct)) {
            return;
        }
        if (geometry.weightsSent() > distinct && machine.memory().weightBuffer().isEmpty()) {
            found.add("weights: they are sent again in each step, and no buffer holds them");
        }
        buffers.weightBuffer(buffers.weightBytes(distinct), found);
    }

    /** Different weights of a pass: those that its stream runs through. */
    public static long distinctWeights(StreamSequence passes, StreamGeometry geometry) {
        return passes.rule().stream().indexes(Operand.WEIGHT)
                ? (long) geometry.weightWords() * geometry.steps()
                : geometry.weightWords();
    }

    private static void exceeds(List<String> found, String what, long need, long have, String unit) {
        if (need > have) {
            found.add(what + " = " + need + ", the machine has " + have + " " + unit);
        }
    }
}
