package io.picojoule.timing.array.fast;

import io.picojoule.mapping.PassGeometry;
import io.picojoule.mapping.PassSequence;
import io.picojoule.mapping.Tiling;
import io.picojoule.timing.DramLink;
import io.picojoule.timing.LayerTrace;
import io.picojoule.timing.array.ArrayJob;
import io.picojoule.timing.array.fast.FastDram.Load;
import io.picojoule.workload.Operand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A layer from pass to pass: when does the array wait for DRAM? Runs of equal passes are walked in one go, unless someone listens. */
final class FastWalk {
    private final ArrayJob job;
    private final PassSequence passes;
    private final PassTimings timings;
    private final DramLink link;
    private final LayerTrace trace;
    private final FastDram dram;
    private final boolean overlapsWeights;
    private final boolean overlapsInputs;
    private final boolean overlapsOutputs;
    private final long inputTiles;
    private final List<Visit> visits = new ArrayList<>();
    private @Nullable Visit running;
    /** What is told once the running pass is over. */
    private LayerTrace.@Nullable Pass event;

    private FastWalk(ArrayJob job, PassTimings timings, LayerTrace trace) {
        this.job = job;
        this.trace = trace;
        this.dram = new FastDram(trace);
        this.passes = job.passes();
        this.timings = timings;
        this.inputTiles = passes.outputTiles() * passes.channelGroups().count();
        this.link = new DramLink(job.machine());
        Set<Operand> overlaps = job.machine().memory().dram().overlaps();
        this.overlapsWeights = overlaps.contains(Operand.WEIGHT);
        this.overlapsInputs = overlaps.contains(Operand.INPUT);
        this.overlapsOutputs = overlaps.contains(Operand.OUTPUT);
    }

    /** A layer, walked to its end. */
    static FastWalk walk(ArrayJob job, PassTimings timings, LayerTrace trace) {
        FastWalk walk = new FastWalk(job, timings, trace);
        walk.walkTiles();
        return walk;
    }

    /** The clock and the channel. */
    FastDram dram() {
        return dram;
    }

    /** Passes that differ, each with how often it ran. */
    List<Visit> visits() {
        return visits;
    }

    /** A pass as the walk sees it. */
    static final class Visit {
        private final PassGeometry geometry;
        private final TimedPass pass;
        private final Load weights;
        private long count;

        private Visit(PassGeometry geometry, TimedPass pass, Load weights) {
            this.geometry = geometry;
            this.pass = pass;
            this.weights = weights;
        }

        PassGeometry geometry() {
            return geometry;
        }

        TimedPass pass() {
            return pass;
        }

        /** How often it ran. */
        long count() {
            return count;
        }

        private long cycles() {
            return pass.timing().cycles();
        }

        private long weightCycles() {
            return pass.timing().weightCycles();
        }
    }

    /** Passes of one kind, one after another, over the groups of filters from {@code firstFilterGroup} on. */
    private record Run(Visit visit, int passes, int fold, int firstFilterGroup) {}

    /** Where the walk is: an output tile. */
    private record OutputTile(int group, int images, int filters, int patch) {}

    private void walkTiles() {
        Map<List<Integer>, Run[][]> runsOfTile = new HashMap<>();
        long block = 0;
        Load outputBefore = null;
        for (int group = 0; group < passes.groups(); group++) {
            for (int images = 0; images < passes.images().count(); images++) {
                for (int filters = 0; filters < passes.filterTiles().count(); filters++) {
                    for (int patch = 0; patch < passes.patches(); patch++) {
                        OutputTile tile = new OutputTile(group, images, filters, patch);
                        Run[][] blocks = runs(runsOfTile, tile);
                        for (int channels = 0; channels < blocks.length; channels++) {
                            walkBlock(blocks[channels], block++, tile, channels, outputBefore);
                            outputBefore = null;
                        }
                        outputBefore = load(
                                passes.images().size(images) * job.transfers().outputBits(group, filters, patch));
                    }
                }
            }
        }
        if (running != null) {
            finish(running, null);
        }
        store(outputBefore);
        dram.await(true, 0);
    }

    private Load load(long bits) {
        return new Load(bits, link.cycles(bits));
    }

    /** The passes that share an input tile. */
    private void walkBlock(Run[] runs, long block, OutputTile tile, int channels, @Nullable Load outputBefore) {
        boolean firstOfBlock = true;
        for (Run run : runs) {
            Visit visit = run.visit();
            visit.count += run.passes();
            start(visit, firstOfBlock ? inputs(block) : null, firstOfBlock ? outputBefore : null);
            note(run, 0, tile, channels);
            if (firstOfBlock && overlapsInputs && block + 1 < inputTiles) {
                dram.queue(Operand.INPUT, inputs(block + 1));
            }
            firstOfBlock = false;
            int walked = 1;
            while (walked < run.passes() && (trace != LayerTrace.NONE || !dram.isQuiet())) {
                start(visit, null, null);
                note(run, walked, tile, channels);
                walked++;
            }
            // Nothing but weights moves now: the remaining passes are alike.
            int left = run.passes() - walked;
            long transfer = visit.weights.cycles();
            if (overlapsWeights) {
                long late = Math.max(0, transfer - (visit.cycles() - visit.weightCycles()));
                dram.repeat(left, visit.cycles(), late, 0, transfer);
            } else {
                dram.repeat(left, visit.cycles(), transfer, transfer, transfer);
            }
        }
    }

    /** Notes what is to be told of the pass that starts now, which is number {@code number} of its run. */
    private void note(Run run, int number, OutputTile tile, int channels) {
        if (trace == LayerTrace.NONE) {
            return;
        }
        Visit visit = run.visit();
        event = new LayerTrace.Pass(
                dram.now(),
                tile.group(),
                tile.images(),
                tile.filters(),
                tile.patch(),
                channels,
                run.fold(),
                passes.filterGroups(tile.filters()).start(run.firstFilterGroup() + number),
                visit.geometry,
                visit.pass.timing());
    }

    /**
     * Ends the running pass and starts the next.
     *
     * @param input the input tile that the pass starts, if it starts one
     * @param output the output tile that ended with the running pass, if one did
     */
    private void start(Visit pass, @Nullable Load input, @Nullable Load output) {
        if (running != null) {
            finish(running, pass);
        }
        store(output);
        if (input != null && !overlapsInputs) {
            dram.exposed(Operand.INPUT, input);
        }
        if (!overlapsWeights) {
            dram.exposed(Operand.WEIGHT, pass.weights);
        } else if (running == null) {
            dram.queue(Operand.WEIGHT, pass.weights);
        }
        if (running == null && input != null && overlapsInputs) {
            dram.queue(Operand.INPUT, input);
        }
        // An output tile that starts takes the half of the buffer that the tile before the last was in.
        dram.await(input != null, running == null || output != null ? 1 : Integer.MAX_VALUE);
        running = pass;
    }

    /** Lets a pass run to its end; the weights of the next come in once its own are in the scratchpads. */
    private void finish(Visit pass, @Nullable Visit next) {
        dram.work(pass.weightCycles());
        if (next != null && overlapsWeights) {
            dram.queue(Operand.WEIGHT, next.weights);
        }
        dram.work(pass.cycles() - pass.weightCycles());
        if (event != null) {
            trace.pass(event);
        }
    }

    private void store(@Nullable Load output) {
        if (output == null) {
            return;
        }
        if (overlapsOutputs) {
            dram.queue(Operand.OUTPUT, output);
        } else {
            dram.exposed(Operand.OUTPUT, output);
        }
    }

    /** Of an output tile: for each group of channels, its runs over folds and groups of filters. */
    private Run[][] runs(Map<List<Integer>, Run[][]> known, OutputTile tile) {
        List<Integer> kind = timings.dependOnInputs()
                ? List.of(
                        passes.images().size(tile.images()),
                        passes.filterTiles().size(tile.filters()),
                        tile.group(),
                        tile.patch())
                : List.of(
                        passes.images().size(tile.images()),
                        passes.filterTiles().size(tile.filters()),
                        passes.strips().size(passes.stripOf(tile.patch())),
                        passes.columnTiles().size(passes.columnTileOf(tile.patch())));
        return known.computeIfAbsent(kind, unseen -> {
            Run[][] blocks = new Run[passes.channelGroups().count()][];
            for (int channels = 0; channels < blocks.length; channels++) {
                boolean likeBefore = channels > 1
                        && !timings.dependOnInputs()
                        && passes.channelGroups().size(channels)
                                == passes.channelGroups().size();
                blocks[channels] = likeBefore ? blocks[channels - 1] : runs(tile, channels);
            }
            return blocks;
        });
    }

    private Run[] runs(OutputTile tile, int channels) {
        Tiling groups = passes.filterGroups(tile.filters());
        int full = groups.extent() / groups.size();
        int rest = groups.extent() % groups.size();
        List<Run> runs = new ArrayList<>(2);
        for (int fold = 0; fold < passes.folds(); fold++) {
            if (full > 0) {
                runs.add(new Run(visit(tile, channels, fold, groups.size()), full, fold, 0));
            }
            if (rest > 0) {
                runs.add(new Run(visit(tile, channels, fold, rest), 1, fold, full));
            }
        }
        return runs.toArray(new Run[0]);
    }

    private Visit visit(OutputTile tile, int channels, int fold, int filters) {
        PassGeometry geometry = passes.geometry(tile.images(), tile.patch(), channels, fold, filters);
        Load weights = load(geometry.weightWords() * job.words().weightBits());
        PassInputs inputs = new PassInputs(tile.group(), tile.patch(), channels, fold);
        Visit visit = new Visit(geometry, timings.of(geometry, inputs), weights);
        visits.add(visit);
        return visit;
    }

    /** An input tile by its number in the order of the walk; each output tile has one for every group of channels. */
    private Load inputs(long number) {
        int channelGroups = passes.channelGroups().count();
        int patches = passes.patches();
        long outputTile = number / channelGroups;
        long ofFilters = outputTile / patches;
        long ofImages = ofFilters / passes.filterTiles().count();
        int images = (int) (ofImages % passes.images().count());
        int group = (int) (ofImages / passes.images().count());
        long bits = job.transfers().inputBits(group, (int) (outputTile % patches), (int) (number % channelGroups));
        return load(passes.images().size(images) * bits);
    }
}
