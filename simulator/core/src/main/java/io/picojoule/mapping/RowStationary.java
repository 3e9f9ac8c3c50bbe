package io.picojoule.mapping;

import io.picojoule.hardware.Interconnect;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.workload.Dimension;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.WordWidths;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Row-stationary: a processing element keeps a filter row and slides it along an input row, so that filter rows, input rows and partial
 * sums are all reused in place (Chen, Emer, Sze: Eyeriss, ISCA 2016; JSSC 52(1) 2017).
 *
 * <p>Beyond the papers: a filter with more rows than the array, or more columns than a scratchpad holds, is folded, and rows of outputs
 * may be cut into tiles. Simplification: a chain runs along physical neighbours only, while which chain stands beside which is free, as the
 * multicast tags of the chip are.
 */
public final class RowStationary implements Dataflow {
    @Override
    public String key() {
        return "row-stationary";
    }

    /**
     * The loop nest that the papers' parameters stand for. Parameters larger than the layer are cut to it.
     *
     * @param nest a convolution, or a fully-connected layer in either form
     */
    public static Mapping mapping(LoopNest nest, RowStationaryParameters given) {
        RowStationaryParameters cut = given.cutTo(nest);
        int channels = cut.channels(nest);
        int filters = cut.filters();
        List<Loop> loops = new ArrayList<>();
        loops.add(new Loop(Place.DRAM, Dimension.G, nest.g(), 1));
        loops.add(new Loop(Place.DRAM, Dimension.N, nest.n(), cut.n()));
        loops.add(new Loop(Place.DRAM, Dimension.M, nest.m(), cut.m()));
        loops.add(new Loop(Place.DRAM, Dimension.P, nest.p(), cut.e()));
        addIfCut(loops, new Loop(Place.DRAM, Dimension.Q, nest.q(), cut.f()));
        loops.add(new Loop(Place.GLOBAL_BUFFER, Dimension.C, nest.c(), channels));
        addIfCut(loops, new Loop(Place.GLOBAL_BUFFER, Dimension.R, nest.r(), cut.filterRows()));
        addIfCut(loops, new Loop(Place.GLOBAL_BUFFER, Dimension.S, nest.s(), cut.filterColumns()));
        loops.add(new Loop(Place.GLOBAL_BUFFER, Dimension.M, cut.m(), filters));
        loops.add(new Loop(Place.ROWS, Dimension.C, channels, cut.q()));
        loops.add(new Loop(Place.ROWS, Dimension.R, cut.filterRows(), 1));
        loops.add(new Loop(Place.COLUMNS, Dimension.M, filters, cut.p()));
        loops.add(new Loop(Place.COLUMNS, Dimension.P, cut.e(), 1));
        loops.add(new Loop(Place.SCRATCHPAD, Dimension.N, cut.n(), 1));
        loops.add(new Loop(Place.SCRATCHPAD, Dimension.Q, cut.f(), 1));
        loops.add(new Loop(Place.SCRATCHPAD, Dimension.S, cut.filterColumns(), 1));
        loops.add(new Loop(Place.SCRATCHPAD, Dimension.C, cut.q(), 1));
        loops.add(new Loop(Place.SCRATCHPAD, Dimension.M, cut.p(), 1));
        return new Mapping("row-stationary", nest, loops);
    }

    /** Few layers are cut along their columns or within a filter; of the others nothing is to be read about it. */
    private static void addIfCut(List<Loop> loops, Loop loop) {
        if (loop.iterations() > 1) {
            loops.add(loop);
        }
    }

    /** The papers' parameters of a row-stationary mapping. */
    public static RowStationaryParameters parameters(Mapping mapping) {
        return new RowStationaryParameters(
                mapping.loop(Place.DRAM, Dimension.M).step(),
                mapping.loop(Place.DRAM, Dimension.N).step(),
                mapping.loop(Place.DRAM, Dimension.P).step(),
                mapping.loop(Place.SCRATCHPAD, Dimension.M).extent(),
                mapping.loop(Place.SCRATCHPAD, Dimension.C).extent(),
                mapping.loop(Place.ROWS, Dimension.C).iterations(),
                mapping.loop(Place.COLUMNS, Dimension.M).iterations(),
                part(mapping.loop(Place.DRAM, Dimension.Q)),
                part(mapping.loop(Place.GLOBAL_BUFFER, Dimension.R)),
                part(mapping.loop(Place.GLOBAL_BUFFER, Dimension.S)));
    }

    private static int part(Loop loop) {
        return loop.iterations() > 1 ? loop.step() : RowStationaryParameters.WHOLE;
    }

    /**
     * Loops given as text, checked to be those of this dataflow.
     *
     * @throws IllegalArgumentException saying which loop is not as it must be
     */
    public static Mapping mapping(LoopNest nest, List<Loop> loops) {
        List<Loop> fitted =
                loops.stream().map(loop -> cutToBatch(loop, nest.n())).toList();
        Mapping given = new Mapping("row-stationary", nest, fitted);
        Mapping expected = mapping(nest, parameters(given));
        LoopChecks.require("row-stationary", fitted, expected.loops());
        return given;
    }

    /** Loops over images follow the batch, as the parameter n does. */
    private static Loop cutToBatch(Loop loop, int batch) {
        if (!loop.isOver(Dimension.N)) {
            return loop;
        }
        return loop.place() == Place.DRAM
                ? new Loop(loop.place(), loop.axis(), batch, Math.min(loop.step(), batch))
                : new Loop(loop.place(), loop.axis(), Math.min(loop.extent(), batch), loop.step());
    }

    @Override
    public Optional<String> obstacle(SpatialArray machine) {
        return machine.interconnect() == Interconnect.MULTICAST
                ? Optional.empty()
                : Optional.of("row-stationary needs a multicast interconnect, and this one is "
                        + machine.interconnect().key());
    }

    @Override
    public Passes passes(Mapping mapping, SpatialArray machine) {
        return new PassSequence(mapping);
    }

    @Override
    public Mapping given(GivenMapping given, LoopNest nest, SpatialArray machine) {
        if (given instanceof GivenMapping.Loops loops) {
            return mapping(isOfFlattened(loops.loops(), nest) ? nest.flattened() : nest, loops.loops());
        }
        GivenMapping.Parameters parameters = (GivenMapping.Parameters) given;
        boolean flatten = parameters.flattened() && nest.isFullyConnected();
        return mapping(flatten ? nest.flattened() : nest, parameters.parameters());
    }

    /** A flattened layer has every input word as a channel. */
    private static boolean isOfFlattened(List<Loop> loops, LoopNest nest) {
        return nest.isFullyConnected()
                && new Mapping("", nest, loops)
                                .loop(Place.GLOBAL_BUFFER, Dimension.C)
                                .extent()
                        == nest.flattened().c();
    }

    @Override
    public List<String> violations(Mapping mapping, SpatialArray machine, WordWidths words) {
        return new RowStationaryLimits(machine, words)
                .violations(mapping.nest(), parameters(mapping).cutTo(mapping.nest()));
    }

    @Override
    public Mapping smallest(LoopNest nest, SpatialArray machine) {
        return mapping(nest, RowStationaryFamilies.smallest(nest, machine));
    }

    @Override
    public List<MappingFamily> families(LoopNest nest, SpatialArray machine, WordWidths words) {
        List<MappingFamily> families = new ArrayList<>(RowStationaryFamilies.of(machine, words, nest));
        if (nest.isFullyConnected() && (nest.r() > 1 || nest.s() > 1)) {
            families.addAll(RowStationaryFamilies.of(machine, words, nest.flattened()));
        }
        return families;
    }
}
