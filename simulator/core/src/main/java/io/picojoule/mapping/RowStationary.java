package io.picojoule.mapping;

import io.picojoule.hardware.SpatialArray;
import io.picojoule.workload.Dimension;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.WordWidths;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Row-stationary: a processing element keeps a filter row and slides it along an input row, so that filter rows, input rows and partial
 * sums are all reused in place (Chen, Emer, Sze: Eyeriss, ISCA 2016; JSSC 52(1) 2017).
 *
 * <p>Simplifications: a filter with more rows than the array is not folded, and a chain runs along physical neighbours only, while which
 * chain stands beside which is free, as the multicast tags of the chip are.
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
        int m = Math.min(given.m(), nest.m());
        int n = Math.min(given.n(), nest.n());
        int e = Math.min(given.e(), nest.p());
        int channels = (int) Math.min((long) given.q() * given.r(), nest.c());
        int q = Math.min(given.q(), channels);
        int filters = (int) Math.min((long) given.p() * given.t(), m);
        int p = Math.min(given.p(), filters);
        return new Mapping(
                "row-stationary",
                nest,
                List.of(
                        new Loop(Place.DRAM, Dimension.G, nest.g(), 1),
                        new Loop(Place.DRAM, Dimension.N, nest.n(), n),
                        new Loop(Place.DRAM, Dimension.M, nest.m(), m),
                        new Loop(Place.DRAM, Dimension.P, nest.p(), e),
                        new Loop(Place.GLOBAL_BUFFER, Dimension.C, nest.c(), channels),
                        new Loop(Place.GLOBAL_BUFFER, Dimension.M, m, filters),
                        new Loop(Place.ROWS, Dimension.C, channels, q),
                        new Loop(Place.ROWS, Dimension.R, nest.r(), 1),
                        new Loop(Place.COLUMNS, Dimension.M, filters, p),
                        new Loop(Place.COLUMNS, Dimension.P, e, 1),
                        new Loop(Place.SCRATCHPAD, Dimension.N, n, 1),
                        new Loop(Place.SCRATCHPAD, Dimension.Q, nest.q(), 1),
                        new Loop(Place.SCRATCHPAD, Dimension.S, nest.s(), 1),
                        new Loop(Place.SCRATCHPAD, Dimension.C, q, 1),
                        new Loop(Place.SCRATCHPAD, Dimension.M, p, 1)));
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
                mapping.loop(Place.COLUMNS, Dimension.M).iterations());
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
        for (int i = 0; i < Math.max(fitted.size(), expected.loops().size()); i++) {
            Loop found = i < fitted.size() ? fitted.get(i) : null;
            Loop wanted = i < expected.loops().size() ? expected.loops().get(i) : null;
            if (wanted == null || !wanted.equals(found)) {
                throw new IllegalArgumentException("loop " + (i + 1) + " is " + text(found)
                        + ", where a row-stationary nest of this layer has " + text(wanted));
            }
        }
        return given;
    }

    /** Loops over images follow the batch, as the parameter n does. */
    private static Loop cutToBatch(Loop loop, int batch) {
        if (loop.dimension() != Dimension.N) {
            return loop;
        }
        return loop.place() == Place.DRAM
                ? new Loop(loop.place(), loop.dimension(), batch, Math.min(loop.step(), batch))
                : new Loop(loop.place(), loop.dimension(), Math.min(loop.extent(), batch), loop.step());
    }

    private static String text(@Nullable Loop loop) {
        return loop == null
                ? "missing"
                : "\""
                        + new Mapping("", LoopNest.matrix(1, 1, 1), List.of(loop))
                                .toString()
                                .strip() + "\"";
    }

    @Override
    public List<String> violations(Mapping mapping, SpatialArray machine, WordWidths words) {
        return new RowStationaryLimits(machine, words).violations(mapping.nest(), parameters(mapping));
    }

    @Override
    public void candidates(LoopNest nest, SpatialArray machine, WordWidths words, Consumer<Mapping> consumer) {
        new RowStationaryCandidates(machine, words).of(nest, parameters -> consumer.accept(mapping(nest, parameters)));
        if (nest.isFullyConnected() && (nest.r() > 1 || nest.s() > 1)) {
            candidates(nest.flattened(), machine, words, consumer);
        }
    }
}
