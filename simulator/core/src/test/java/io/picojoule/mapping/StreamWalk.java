package io.picojoule.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.picojoule.mapping.StreamPasses.Pass;
import io.picojoule.workload.Dimension;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.Operand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Walks the passes of a streaming dataflow one by one, and every product of each step, and asks whether the counts are what is met. */
final class StreamWalk {
    private static final Dimension[] NGMCPQRS = Dimension.values();

    private final StreamSequence passes;
    private final LoopNest nest;
    private final String name;
    private final Map<StreamGeometry, Long> kinds = new LinkedHashMap<>();
    private final Map<Operand, Long> brought = new HashMap<>();
    private final byte[] visits;
    /** Products that each output has so far. */
    private final int[] products;

    StreamWalk(StreamSequence passes) {
        this.passes = passes;
        this.nest = passes.nest();
        this.name = nest + "\n" + passes.mapping();
        this.visits = new byte[Math.toIntExact(nest.macs())];
        this.products = new int[Math.toIntExact(nest.outputWords())];
        for (TileVisit visit : passes.visits()) {
            walk(visit);
        }
        checkSums();
    }

    /** How often each MAC is done, in the order n, g, m, c, p, q, r, s. */
    byte[] visits() {
        return visits;
    }

    private void walk(TileVisit visit) {
        brought.merge(Operand.INPUT, visit.bringsInput() ? 1L : 0L, Long::sum);
        brought.merge(Operand.WEIGHT, visit.bringsWeights() ? 1L : 0L, Long::sum);
        brought.merge(Operand.OUTPUT, visit.bringsSums() ? 1L : 0L, Long::sum);
        StreamPasses of = passes.passesOf(passes.shape(visit), visit.takesSums());
        TileGrid grid = passes.grid();
        Map<Dimension, Integer> starts = new HashMap<>(Map.of(
                Dimension.N, grid.images().start(visit.imageTile()),
                Dimension.G, visit.group(),
                Dimension.M, grid.filters().start(visit.filterTile()),
                Dimension.C, grid.channels().start(visit.channelTile()),
                Dimension.P, grid.strips().start(grid.stripOf(visit.patch())),
                Dimension.Q, grid.columns().start(grid.columnTileOf(visit.patch())),
                Dimension.R, 0,
                Dimension.S, 0));
        for (long number = 0; number < of.count(); number++) {
            Pass pass = of.pass(number);
            kinds.merge(pass.geometry(), 1L, Long::sum);
            walk(visit, of.shape(), pass, starts);
        }
    }

    private void walk(TileVisit visit, TileShape shape, Pass pass, Map<Dimension, Integer> starts) {
        StreamGeometry geometry = pass.geometry();
        Set<List<Integer>> places = new HashSet<>();
        Set<Integer> outputs = new HashSet<>();
        Set<List<Integer>> weightsOfPass = new HashSet<>();
        long inputWords = 0;
        for (int step = 0; step < geometry.steps(); step++) {
            int before = places.size();
            Set<List<Integer>> inputs = new HashSet<>();
            Set<List<Integer>> weights = new HashSet<>();
            Set<Integer> sums = new HashSet<>();
            for (Map<Dimension, Integer> mac : macs(shape, pass, step, starts)) {
                visits[place(mac, NGMCPQRS)]++;
                inputs.add(indices(mac, Operand.INPUT));
                weights.add(indices(mac, Operand.WEIGHT));
                int output = place(mac, Dimension.N, Dimension.G, Dimension.M, Dimension.P, Dimension.Q);
                if (outputs.add(output)) {
                    assertThat(products[output] > 0)
                            .as("sums come in, pass of " + geometry + " in " + name)
                            .isEqualTo(geometry.takesPartialSums());
                }
                sums.add(output);
                places.add(inputPlace(mac));
            }
            assertThat(inputs).as("inputs of a step, " + name).hasSize(geometry.inputWords());
            assertThat(weights).as("weights of a step, " + name).hasSize(geometry.weightWords());
            assertThat(sums).as("sums of a step, " + name).hasSize(geometry.sumWords());
            weightsOfPass.addAll(weights);
            if (geometry.slide().isPresent()) {
                long fresh = geometry.slide().get().freshWords(step);
                assertThat(fresh)
                        .as("fresh words of step " + step + ", " + name)
                        .isEqualTo(places.size() - before);
                inputWords += fresh;
            }
        }
        for (Map<Dimension, Integer> mac : allMacs(shape, pass, starts)) {
            products[place(mac, Dimension.N, Dimension.G, Dimension.M, Dimension.P, Dimension.Q)]++;
        }
        if (geometry.slide().isPresent()) {
            assertThat(inputWords).as("input words of a pass, " + name).isEqualTo(places.size());
            if (!geometry.keeps(Operand.INPUT)) {
                assertThat(geometry.inputsSent()).as("inputs sent, " + name).isEqualTo(places.size());
            }
        }
        assertThat(StreamLimits.distinctWeights(passes, geometry))
                .as("weights, " + name)
                .isEqualTo(weightsOfPass.size());
        checkEnds(visit, pass, outputs);
    }

    private void checkEnds(TileVisit visit, Pass pass, Set<Integer> outputs) {
        int all = nest.c() * nest.r() * nest.s();
        for (int output : outputs) {
            assertThat(products[output] == all)
                    .as("sums end with the pass, " + name)
                    .isEqualTo(visit.endsSums() && pass.endsSums());
        }
    }

    private List<Map<Dimension, Integer>> allMacs(TileShape shape, Pass pass, Map<Dimension, Integer> starts) {
        List<Map<Dimension, Integer>> macs = new ArrayList<>();
        for (int step = 0; step < pass.geometry().steps(); step++) {
            macs.addAll(macs(shape, pass, step, starts));
        }
        return macs;
    }

    /** What the elements do in a step, each as the indices of its product. */
    private List<Map<Dimension, Integer>> macs(TileShape shape, Pass pass, int step, Map<Dimension, Integer> starts) {
        Map<Dimension, Integer> common = new HashMap<>(starts);
        add(common, shape, passes.rule().passes(), pass.place());
        add(common, shape, passes.rule().stream(), step);
        List<Map<Dimension, Integer>> macs = new ArrayList<>(List.of(common));
        List<Axis> axes = passes.rule().spatial();
        for (int axis = 0; axis < axes.size(); axis++) {
            List<Map<Dimension, Integer>> spread = new ArrayList<>();
            for (Map<Dimension, Integer> mac : macs) {
                for (int i = 0; i < pass.used()[axis]; i++) {
                    Map<Dimension, Integer> at = new HashMap<>(mac);
                    add(at, shape, axes.get(axis), pass.first()[axis] + i);
                    spread.add(at);
                }
            }
            macs = spread;
        }
        assertThat(macs).as(name).hasSize(pass.geometry().activeElements());
        return macs;
    }

    private static void add(Map<Dimension, Integer> indices, TileShape shape, Axis axis, int place) {
        for (Dimension dimension : axis.dimensions()) {
            indices.merge(dimension, shape.index(axis, place, dimension), Integer::sum);
        }
    }

    private static int at(Map<Dimension, Integer> mac, Dimension dimension) {
        return mac.getOrDefault(dimension, 0);
    }

    private int place(Map<Dimension, Integer> mac, Dimension... dimensions) {
        int place = 0;
        for (Dimension dimension : dimensions) {
            place = place * nest.extent(dimension) + at(mac, dimension);
        }
        return place;
    }

    private static List<Integer> indices(Map<Dimension, Integer> mac, Operand operand) {
        List<Integer> indices = new ArrayList<>();
        for (Dimension dimension : NGMCPQRS) {
            indices.add(operand.isIndexedBy(dimension) ? at(mac, dimension) : 0);
        }
        return indices;
    }

    /** Where in the padded planes the input of a product lies. */
    private List<Integer> inputPlace(Map<Dimension, Integer> mac) {
        return List.of(
                at(mac, Dimension.N),
                at(mac, Dimension.C),
                at(mac, Dimension.P) * nest.strideHeight() + at(mac, Dimension.R) * nest.dilation(),
                at(mac, Dimension.Q) * nest.strideWidth() + at(mac, Dimension.S) * nest.dilation());
    }

    private void checkSums() {
        Map<StreamGeometry, Long> counted = new HashMap<>();
        for (StreamKinds.Kind kind : passes.kinds()) {
            counted.merge(kind.geometry(), kind.count(), Long::sum);
        }
        assertThat(counted).as("kinds of passes, " + name).isEqualTo(kinds);
        assertThat(passes.passes())
                .as(name)
                .isEqualTo(kinds.values().stream().mapToLong(each -> each).sum());
        for (Operand operand : List.of(Operand.INPUT, Operand.WEIGHT, Operand.OUTPUT)) {
            long tiles = nest.g();
            for (Dimension dimension : passes.order().dimensions()) {
                tiles *= operand.isIndexedBy(dimension)
                        ? passes.tiling(dimension).count()
                        : 1;
            }
            assertThat(passes.turns(operand) * tiles)
                    .as("visits that bring a tile of " + operand.key() + ", " + name)
                    .isEqualTo(brought.get(operand));
        }
    }
}
