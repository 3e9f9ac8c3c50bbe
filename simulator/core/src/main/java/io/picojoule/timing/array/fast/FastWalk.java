package io.picojoule.timing.array.fast;

import io.picojoule.mapping.PassGeometry;
import io.picojoule.mapping.PassSequence;
import io.picojoule.mapping.PassSequence.Tiling;
import io.picojoule.timing.DramLink;
import io.picojoule.timing.array.ArrayJob;
import io.picojoule.workload.Operand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A layer from pass to pass: when does the array wait for DRAM? Runs of equal passes are walked in one go. */
final class FastWalk {
    private final ArrayJob job;
    private final PassSequence passes;
    private final PassTimings timings;
    private final DramLink link;
    private final FastDram dram = new FastDram();
    private final boolean overlapsWeights;
    private final boolean overlapsInputs;
    private final boolean overlapsOutputs;
    private final long inputTiles;
    private @Nullable Visit running;

    private FastWalk(ArrayJob job, PassTimings timings) {
        this.job = job;
        this.passes = job.passes();
        this.timings = timings;
        this.inputTiles = passes.outputTiles() * passes.channelGroups().count();
        this.link = new DramLink(job.machine());
        Set<Operand> overlaps = job.machine().memory().dram().overlaps();
        this.overlapsWeights = overlaps.contains(Operand.WEIGHT);
        this.overlapsInputs = overlaps.contains(Operand.INPUT);
        this.overlapsOutputs = overlaps.contains(Operand.OUTPUT);
    }

    /** The clock and the channel at the end of the layer. */
    static FastDram walk(ArrayJob job, PassTimings timings) {
        FastWalk walk = new FastWalk(job, timings);
        walk.walkTiles();
        return walk.dram;
    }

    /** A pass as the walk sees it. */
    private record Visit(long cycles, long weightCycles, long weightTransferCycles) {}

    /** Passes of one kind, one after another. */
    private record Run(Visit visit, int passes) {}

    private void walkTiles() {
        Map<List<Integer>, Run[][]> runsOfTile = new HashMap<>();
        long block = 0;
        long outputBefore = -1;
        for (int group = 0; group < passes.groups(); group++) {
            for (int images = 0; images < passes.images().count(); images++) {
                for (int filters = 0; filters < passes.filterTiles().count(); filters++) {
                    for (int patch = 0; patch < passes.patches(); patch++) {
                        Run[][] blocks = runs(runsOfTile, images, filters, patch);
                        for (Run[] runs : blocks) {
                            walkBlock(runs, block++, outputBefore);
                            outputBefore = -1;
                        }
                        long bits =
                                passes.images().size(images) * job.transfers().outputBits(group, filters, patch);
                        outputBefore = link.cycles(bits);
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

    /** The passes that share an input tile. */
    private void walkBlock(Run[] runs, long block, long outputBefore) {
        boolean firstOfBlock = true;
        for (Run run : runs) {
            Visit visit = run.visit();
            start(visit, firstOfBlock ? inputTransferCycles(block) : -1, firstOfBlock ? outputBefore : -1);
            if (firstOfBlock && overlapsInputs && block + 1 < inputTiles) {
                dram.queueInput(inputTransferCycles(block + 1));
            }
            firstOfBlock = false;
            int left = run.passes() - 1;
            while (left > 0 && !dram.isQuiet()) {
                start(visit, -1, -1);
                left--;
            }
            // Nothing but weights moves now: the remaining passes are alike.
            long transfer = visit.weightTransferCycles();
            if (overlapsWeights) {
                long late = Math.max(0, transfer - (visit.cycles() - visit.weightCycles()));
                dram.repeat(left, visit.cycles(), late, 0, transfer);
            } else {
                dram.repeat(left, visit.cycles(), transfer, transfer, transfer);
            }
        }
    }

    /**
     * Ends the running pass and starts the next.
     *
     * @param input transfer cycles of the input tile that the pass starts, or -1
     * @param output transfer cycles of the output tile that ended with the running pass, or -1
     */
    private void start(Visit pass, long input, long output) {
        if (running != null) {
            finish(running, pass);
        }
        store(output);
        if (input >= 0 && !overlapsInputs) {
            dram.exposed(input);
        }
        if (!overlapsWeights) {
            dram.exposed(pass.weightTransferCycles());
        }
        if (running == null) {
            dram.queueWeight(overlapsWeights ? pass.weightTransferCycles() : 0);
            dram.queueInput(overlapsInputs ? input : 0);
        }
        // An output tile that starts takes the half of the buffer that the tile before the last was in.
        dram.await(input >= 0, running == null || output >= 0 ? 1 : Integer.MAX_VALUE);
        running = pass;
    }

    /** Lets a pass run to its end; the weights of the next come in once its own are in the scratchpads. */
    private void finish(Visit pass, @Nullable Visit next) {
        dram.work(pass.weightCycles());
        if (next != null && overlapsWeights) {
            dram.queueWeight(next.weightTransferCycles());
        }
        dram.work(pass.cycles() - pass.weightCycles());
    }

    private void store(long output) {
        if (output < 0) {
            return;
        }
        if (overlapsOutputs) {
            dram.queueOutput(output);
        } else {
            dram.exposed(output);
        }
    }

    /** Of an output tile: for each group of channels, its runs over folds and groups of filters. */
    private Run[][] runs(Map<List<Integer>, Run[][]> known, int images, int filters, int patch) {
        List<Integer> kind = List.of(
                passes.images().size(images),
                passes.filterTiles().size(filters),
                passes.strips().size(passes.stripOf(patch)),
                passes.columnTiles().size(passes.columnTileOf(patch)));
        return known.computeIfAbsent(kind, unseen -> {
            Run[][] blocks = new Run[passes.channelGroups().count()][];
            for (int channels = 0; channels < blocks.length; channels++) {
                boolean likeBefore = channels > 1
                        && passes.channelGroups().size(channels)
                                == passes.channelGroups().size();
                blocks[channels] = likeBefore ? blocks[channels - 1] : runs(images, filters, patch, channels);
            }
            return blocks;
        });
    }

    private Run[] runs(int images, int filters, int patch, int channels) {
        Tiling groups = passes.filterGroups(filters);
        int full = groups.extent() / groups.size();
        int rest = groups.extent() % groups.size();
        List<Run> runs = new ArrayList<>(2);
        for (int fold = 0; fold < passes.folds(); fold++) {
            if (full > 0) {
                runs.add(new Run(visit(passes.geometry(images, patch, channels, fold, groups.size())), full));
            }
            if (rest > 0) {
                runs.add(new Run(visit(passes.geometry(images, patch, channels, fold, rest)), 1));
            }
        }
        return runs.toArray(new Run[0]);
    }

    private Visit visit(PassGeometry geometry) {
        PassTiming timing = timings.of(geometry);
        long bits = geometry.weightWords() * job.words().weightBits();
        return new Visit(timing.cycles(), timing.weightCycles(), link.cycles(bits));
    }

    /** Of an input tile by its number in the order of the walk; each output tile has one for every group of channels. */
    private long inputTransferCycles(long number) {
        int channelGroups = passes.channelGroups().count();
        int patches = passes.patches();
        long outputTile = number / channelGroups;
        long ofFilters = outputTile / patches;
        long ofImages = ofFilters / passes.filterTiles().count();
        int images = (int) (ofImages % passes.images().count());
        int group = (int) (ofImages / passes.images().count());
        long bits = job.transfers().inputBits(group, (int) (outputTile % patches), (int) (number % channelGroups));
        return link.cycles(passes.images().size(images) * bits);
    }
}
