package io.picojoule.timing.array;

import io.picojoule.hardware.Buses;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.mapping.MappingFamily;
import io.picojoule.mapping.PassSequence;
import io.picojoule.timing.DramLink;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.Operand;
import io.picojoule.workload.WordWidths;
import java.util.List;

/**
 * What tells the layouts of a row-stationary family apart, by arithmetic alone: they differ in how many filters a processing element
 * interleaves (p) and in how many blocks (t), and a search asks for many thousands of them. For one layout it counts what {@link
 * ArrayEstimator#atLeast(MappingFamily.Layout, GatedMacs)} counts; for all with at most so many blocks, no more than for any of them. At
 * first it has looked at the family's ideal. Not thread safe: the last question's answers are its fields.
 */
public final class LayoutCounts {
    /** What is rounded up for all passes together is not to be above what is for each. */
    private static final double ROUNDING = 1 - 1e-12;

    private final Buses buses;
    private final DramLink link;
    private final boolean overlapsWeights;
    private final long worked;
    private final double workedShare;
    private final int filters;
    private final int weightBits;
    private final boolean overlapsInputs;
    private final boolean overlapsOutputs;
    /** Of all images, each input fetched once. */
    private final long inputBits;

    private final long inputWords;
    private final long inputTiles;
    private final long outputCycles;
    /** Elements of a block. */
    private final long elements;

    private final LayoutShape[] shapes;

    private long compute;
    private long loads;
    private long transfers;
    private long elementsOfLayout;
    private long cycles;
    private long inputsSent;
    private long inputsDelivered;
    private long clockedElementCycles;

    LayoutCounts(
            SpatialArray machine,
            WordWidths words,
            DramLink link,
            PassSequence ideal,
            GatedMacs gated,
            ArrayActivity.Moved moved) {
        LoopNest nest = ideal.nest();
        this.buses = machine.buses();
        this.link = link;
        this.overlapsWeights = machine.memory().dram().overlaps().contains(Operand.WEIGHT);
        this.worked = nest.macs() - gated.skipped();
        this.workedShare = gated.workedShare();
        this.filters = nest.m();
        this.weightBits = words.weightBits();
        this.overlapsInputs = machine.memory().dram().overlaps().contains(Operand.INPUT);
        this.overlapsOutputs = machine.memory().dram().overlaps().contains(Operand.OUTPUT);
        this.inputBits = moved.inputBits() * nest.n();
        this.inputWords = moved.inputWords() * nest.n();
        this.inputTiles = ideal.outputTiles() * ideal.channelGroups().count();
        this.outputCycles = link.cycles(moved.outputBits() * nest.n(), ideal.outputTiles());
        this.elements = (long) ideal.geometry(0, 0, 0, 0, 1).sets()
                * ideal.rowFolds().size()
                * ideal.strips().size();
        List<PassSequence.Kind> kinds = ideal.kinds();
        this.shapes = LayoutShape.of(kinds, filters, buses, link, weightBits);
        of(kinds.get(0).geometry().filtersOf(0), kinds.get(0).geometry().blocks());
    }

    /** Looks at the layout with so many filters an element and so many blocks. */
    public void of(int filtersOfElement, int blocks) {
        int ofPass = (int) Math.min((long) filtersOfElement * blocks, filters);
        int full = filters / ofPass;
        int rest = filters % ofPass;
        long blocksOfPass = ceilDiv(ofPass, Math.min(filtersOfElement, ofPass));
        long blocksOfRest = Math.min(blocksOfPass, rest);
        long ofElement = ceilDiv(ofPass, blocksOfPass);
        long ofElementOfRest = rest > 0 ? ceilDiv(rest, blocksOfRest) : 0;
        compute = 0;
        loads = 0;
        transfers = 0;
        inputsSent = 0;
        inputsDelivered = 0;
        for (LayoutShape shape : shapes) {
            long transfer = link.cycles(ofPass * shape.weightsOfFilter() * weightBits);
            long load = load(shape, ofPass, blocksOfPass);
            long loadsOfShape = full * load;
            long ofShape = full * pass(shape, ofPass, ofElement, load, transfer);
            long transfersOfShape = full * transfer;
            if (rest > 0) {
                long last = link.cycles(rest * shape.weightsOfFilter() * weightBits);
                long loadOfLast = load(shape, rest, blocksOfRest);
                loadsOfShape += loadOfLast;
                ofShape += pass(shape, rest, ofElementOfRest, loadOfLast, last);
                transfersOfShape += last;
            }
            compute += shape.count() * ofShape;
            loads += shape.count() * loadsOfShape;
            transfers += shape.count() * transfersOfShape;
            inputsSent += shape.count() * shape.inputWords() * (full + (rest > 0 ? 1 : 0));
            inputsDelivered += shape.count() * shape.deliveriesOfBlock() * (full * blocksOfPass + blocksOfRest);
        }
        cycles = withTransfers(compute, transfers, 1);
        elementsOfLayout = elements * blocksOfPass;
        clockedElementCycles = cycles * elementsOfLayout;
    }

    /**
     * Looks at mappings with the layout last looked at.
     *
     * @param weightFetches how often each weight is fetched and loaded because images or output columns are cut
     * @param inputFetches how often each input is, because filters are cut
     */
    public void cut(long weightFetches, long inputFetches) {
        cycles = withTransfers(compute + (weightFetches - 1) * loads, weightFetches * transfers, inputFetches);
        clockedElementCycles = cycles * elementsOfLayout;
    }

    private long load(LayoutShape shape, long ofPass, long blocks) {
        return ceilDiv(
                ofPass * shape.weightsOfFilter(), Math.min(buses.weightWordsPerCycle(), blocks * shape.chainRows()));
    }

    private long pass(LayoutShape shape, long ofPass, long ofElement, long load, long transfer) {
        long sums = ofPass * shape.outputRows();
        long in = shape.takesPartialSums() ? ceilDiv(sums, buses.partialSumInWordsPerCycle()) : 0;
        long out = ceilDiv(sums, buses.partialSumOutWordsPerCycle());
        long step = Math.max(Math.max(macs(shape, ofElement), shape.inputCycles()), Math.max(in, out));
        long cyclesOfPass = load
                + Math.max(shape.fillCycles() + shape.steps() * step, shape.allInputCycles())
                + shape.chainRows() * ofElement
                + out;
        return overlapsWeights ? Math.max(cyclesOfPass, load + transfer) : cyclesOfPass;
    }

    private long macs(LayoutShape shape, long ofElement) {
        return (long) Math.ceil(ofElement * shape.skippableWords() * workedShare) + ofElement;
    }

    /** Looks at all layouts with so many filters an element, and so many blocks. */
    public void between(int filtersOfElement, int fewestBlocks, int mostBlocks) {
        long ofPass = Math.min((long) filtersOfElement * mostBlocks, filters);
        long ofElement = Math.min(filtersOfElement, filters);
        // All but the last are full.
        long groups = ceilDiv(filters, ofPass);
        long blocks = ceilDiv(filters, ofElement);
        compute = 0;
        transfers = 0;
        inputsSent = 0;
        inputsDelivered = 0;
        for (LayoutShape shape : shapes) {
            long load = Math.max(
                    shape.leastLoad(), (groups - 1) * (ofElement * shape.weightsOfFilter() / shape.chainRows()));
            long fullStep = Math.max(macs(shape, ofElement), shape.inputCycles());
            long lastStep = Math.max(macs(shape, 1), shape.inputCycles());
            long byElements =
                    (groups - 1) * Math.max(shape.fillCycles() + shape.steps() * fullStep, shape.allInputCycles())
                            + Math.max(shape.fillCycles() + shape.steps() * lastStep, shape.allInputCycles());
            long bySums = groups * shape.fillCycles() + shape.leastSums();
            long passes = load
                    + Math.max(byElements, bySums)
                    + shape.chainRows() * ((groups - 1) * ofElement + 1)
                    + shape.leastOut();
            compute += shape.count() * (overlapsWeights ? Math.max(passes, load + shape.leastTransfer()) : passes);
            transfers += shape.count() * shape.leastTransfer();
            inputsSent += shape.count() * shape.inputWords() * groups;
            inputsDelivered += shape.count() * shape.deliveriesOfBlock() * blocks;
        }
        cycles = withTransfers(compute, transfers, 1);
        // Each MAC takes an element for a cycle.
        long fewest = Math.min((long) filtersOfElement * fewestBlocks, filters);
        clockedElementCycles = Math.max(worked, cycles * elements * ceilDiv(fewest, ofElement));
    }

    /** As {@link #between(int, int, int)}, which says more where it can answer. */
    public void between(int fewestFilters, int mostFilters, int fewestBlocks, int mostBlocks) {
        if (fewestFilters == mostFilters) {
            between(mostFilters, fewestBlocks, mostBlocks);
            return;
        }
        long groups = ceilDiv(filters, Math.min((long) mostFilters * mostBlocks, filters));
        // Added up over all passes: filters of the element that has most.
        long ofElements = ceilDiv(filters, mostBlocks);
        long blocks = ceilDiv(filters, mostFilters);
        compute = 0;
        transfers = 0;
        inputsSent = 0;
        inputsDelivered = 0;
        for (LayoutShape shape : shapes) {
            long load = Math.max(
                    shape.leastLoad(), ceilDiv(filters * shape.weightsOfFilter(), mostBlocks * shape.chainRows()));
            double macs = ofElements * (shape.skippableWords() * workedShare + 1) * ROUNDING;
            long byElements = groups * shape.fillCycles() + shape.steps() * (long) Math.ceil(macs);
            long byInputs =
                    groups * Math.max(shape.fillCycles() + shape.steps() * shape.inputCycles(), shape.allInputCycles());
            long bySums = groups * shape.fillCycles() + shape.leastSums();
            long passes = load
                    + Math.max(Math.max(byElements, byInputs), bySums)
                    + shape.chainRows() * ofElements
                    + shape.leastOut();
            compute += shape.count() * (overlapsWeights ? Math.max(passes, load + shape.leastTransfer()) : passes);
            transfers += shape.count() * shape.leastTransfer();
            inputsSent += shape.count() * shape.inputWords() * groups;
            inputsDelivered += shape.count() * shape.deliveriesOfBlock() * blocks;
        }
        cycles = withTransfers(compute, transfers, 1);
        clockedElementCycles = Math.max(worked, cycles * elements * Math.min(fewestBlocks, blocks));
    }

    private long withTransfers(long array, long weights, long inputFetches) {
        long inputs = link.cycles(inputFetches * inputBits, inputFetches * inputTiles);
        long overlapped = (overlapsInputs ? inputs : 0) + (overlapsOutputs ? outputCycles : 0);
        long exposed = inputs + outputCycles - overlapped;
        return overlapsWeights
                ? Math.max(array, weights + overlapped) + exposed
                : Math.max(array, overlapped) + weights + exposed;
    }

    public long cycles() {
        return cycles;
    }

    /** Words of inputs that the global buffer sends. */
    public long inputsSent() {
        return inputsSent;
    }

    /** Words of inputs that processing elements take. */
    public long inputsDelivered() {
        return inputsDelivered;
    }

    /** Words of weights that are fetched, if each pass is over all images and output columns. */
    public long weightsFetched() {
        long sum = 0;
        for (LayoutShape shape : shapes) {
            sum += shape.count() * filters * shape.weightsOfFilter();
        }
        return sum;
    }

    /** As often as processing elements take one of these. */
    public long weightsDelivered() {
        long sum = 0;
        for (LayoutShape shape : shapes) {
            sum += shape.count() * filters * shape.weightsOfFilter() * shape.outputRows();
        }
        return sum;
    }

    /** Bits of inputs that cross DRAM, if filters are not cut. */
    public long inputBits() {
        return inputBits;
    }

    /** Words of inputs that the global buffer takes, if filters are not cut. */
    public long inputWords() {
        return inputWords;
    }

    public long clockedElementCycles() {
        return clockedElementCycles;
    }

    static long ceilDiv(long dividend, long divisor) {
        return (dividend + divisor - 1) / divisor;
    }
}
