package io.picojoule.timing.array;

import io.picojoule.activity.Activity;
import io.picojoule.mapping.PassGeometry;
import io.picojoule.mapping.PassSequence;
import io.picojoule.mapping.PassSequence.Tiling;
import io.picojoule.timing.Cause;
import io.picojoule.timing.DramLink;
import io.picojoule.timing.LayerTiming;
import io.picojoule.timing.Resource;
import io.picojoule.workload.Operand;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fast engine: each kind of pass is timed once, then the layer is walked pass by pass to see where the array waits for DRAM, and the
 * counts follow in closed form.
 */
public final class FastArray {
    private final ArrayJob job;
    private final PassSequence passes;
    private final DramLink link;
    private final FastDram dram = new FastDram();
    private final boolean overlapsWeights;
    private final boolean overlapsInputs;
    private final boolean overlapsOutputs;
    private final List<PassSequence.Kind> kinds;
    private final Map<PassGeometry, PassTiming> timings = new HashMap<>();

    private FastArray(ArrayJob job) {
        this.job = job;
        this.passes = job.passes();
        this.link = new DramLink(job.machine());
        Set<Operand> overlaps = job.machine().memory().dram().overlaps();
        this.overlapsWeights = overlaps.contains(Operand.WEIGHT);
        this.overlapsInputs = overlaps.contains(Operand.INPUT);
        this.overlapsOutputs = overlaps.contains(Operand.OUTPUT);
        this.kinds = passes.kinds();
    }

    /** When the layer is done, and everything that happens until then. */
    public static LayerTiming time(ArrayJob job) {
        return new FastArray(job).run();
    }

    private LayerTiming run() {
        for (PassSequence.Kind kind : kinds) {
            timings.computeIfAbsent(kind.geometry(), geometry -> FastPass.time(geometry, job.machine()));
        }
        walk();
        return total();
    }

    /** A pass as the walk sees it. */
    private record Visit(long cycles, long weightCycles, long weightTransferCycles) {}

    /** The passes of one kind of output tile, in order: group of channels outer, group of filters inner. */
    private Visit[] visits(int imageTile, int filterTile, int strip) {
        Tiling channelGroups = passes.channelGroups();
        Tiling filterGroups = passes.filterGroups(filterTile);
        Visit[] visits = new Visit[channelGroups.count() * filterGroups.count()];
        Map<PassGeometry, Visit> known = new HashMap<>();
        for (int channelGroup = 0; channelGroup < channelGroups.count(); channelGroup++) {
            for (int filterGroup = 0; filterGroup < filterGroups.count(); filterGroup++) {
                PassGeometry geometry = passes.geometry(imageTile, strip, channelGroup, filterGroups.size(filterGroup));
                visits[channelGroup * filterGroups.count() + filterGroup] = known.computeIfAbsent(geometry, this::visit);
            }
        }
        return visits;
    }

    private Visit visit(PassGeometry geometry) {
        PassTiming timing = timing(geometry);
        long bits = geometry.weightWords() * job.words().weightBits();
        return new Visit(timing.cycles(), timing.weightCycles(), link.cycles(bits));
    }

    private PassTiming timing(PassGeometry geometry) {
        PassTiming timing = timings.get(geometry);
        if (timing == null) {
            throw new IllegalStateException("FastArray: a pass that is not among the kinds: " + geometry);
        }
        return timing;
    }

    private void walk() {
        Map<List<Integer>, Visit[]> byTile = new HashMap<>();
        long[] blocks = inputTransferCycles();
        int channelGroups = passes.channelGroups().count();
        int block = 0;
        @Nullable Visit before = null;
        long outputBefore = -1;
        for (int group = 0; group < passes.groups(); group++) {
            for (int images = 0; images < passes.images().count(); images++) {
                for (int filters = 0; filters < passes.filterTiles().count(); filters++) {
                    for (int strip = 0; strip < passes.strips().count(); strip++) {
                        List<Integer> tileKind = List.of(
                                passes.images().size(images),
                                passes.filterTiles().size(filters),
                                passes.strips().size(strip));
                        Visit[] visits = byTile.get(tileKind);
                        if (visits == null) {
                            visits = visits(images, filters, strip);
                            byTile.put(tileKind, visits);
                        }
                        int passesOfBlock = visits.length / channelGroups;
                        for (int i = 0; i < visits.length; i++) {
                            boolean startsBlock = i % passesOfBlock == 0;
                            if (before != null) {
                                finish(before, visits[i]);
                            }
                            boundary(visits[i], startsBlock ? blocks[block] : -1, i == 0 ? outputBefore : -1, before == null);
                            if (startsBlock) {
                                block++;
                                if (overlapsInputs && block < blocks.length) {
                                    dram.queueInput(blocks[block]);
                                }
                            }
                            before = visits[i];
                        }
                        outputBefore = link.cycles(
                                passes.images().size(images) * job.transfers().outputBits(group, filters, strip));
                    }
                }
            }
        }
        if (before != null) {
            finish(before, null);
        }
        store(outputBefore);
        dram.await(true, 0);
    }

    /** Runs a pass that has started; the weights of the next come in once its own are in the scratchpads. */
    private void finish(Visit pass, @Nullable Visit next) {
        dram.work(pass.weightCycles());
        if (next != null && overlapsWeights) {
            dram.queueWeight(next.weightTransferCycles());
        }
        dram.work(pass.cycles() - pass.weightCycles());
    }

    /**
     * What stands between two passes.
     *
     * @param input transfer cycles of the input tile that the pass starts, or -1
     * @param output transfer cycles of the output tile that has just ended, or -1
     */
    private void boundary(Visit pass, long input, long output, boolean first) {
        store(output);
        if (input >= 0 && !overlapsInputs) {
            dram.exposed(input);
        }
        if (!overlapsWeights) {
            dram.exposed(pass.weightTransferCycles());
        }
        if (first) {
            dram.queueWeight(overlapsWeights ? pass.weightTransferCycles() : 0);
            dram.queueInput(overlapsInputs ? input : 0);
        }
        boolean startsTile = first || output >= 0;
        dram.await(input >= 0, startsTile ? 1 : Integer.MAX_VALUE);
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

    /** Of each input tile in order: one for every output tile and group of channels. */
    private long[] inputTransferCycles() {
        Tiling channelGroups = passes.channelGroups();
        long[] cycles = new long[Math.toIntExact(passes.outputTiles() * channelGroups.count())];
        int block = 0;
        for (int group = 0; group < passes.groups(); group++) {
            for (int images = 0; images < passes.images().count(); images++) {
                for (int filters = 0; filters < passes.filterTiles().count(); filters++) {
                    for (int strip = 0; strip < passes.strips().count(); strip++) {
                        for (int channels = 0; channels < channelGroups.count(); channels++) {
                            cycles[block++] = link.cycles(
                                    passes.images().size(images) * job.transfers().inputBits(group, strip, channels));
                        }
                    }
                }
            }
        }
        return cycles;
    }

    private LayerTiming total() {
        int activeElements = 0;
        for (PassSequence.Kind kind : kinds) {
            activeElements = Math.max(activeElements, kind.geometry().activeElements());
        }
        Map<Cause, Long> elementCycles = new EnumMap<>(Cause.class);
        Map<Resource, Long> busy = new EnumMap<>(Resource.class);
        long computeCycles = 0;
        for (PassSequence.Kind kind : kinds) {
            PassTiming timing = timing(kind.geometry());
            long count = kind.count();
            computeCycles = Math.addExact(computeCycles, count * timing.cycles());
            for (Cause cause : Cause.values()) {
                add(elementCycles, cause, count * timing.elementCycles(cause));
            }
            int idle = activeElements - kind.geometry().activeElements();
            add(elementCycles, Cause.IMBALANCE, count * timing.cycles() * idle);
            add(busy, Resource.COMPUTE, count * mostMacs(kind.geometry()));
            add(busy, Resource.INPUT_BUS, count * timing.inputBusCycles());
            add(busy, Resource.WEIGHT_BUS, count * timing.weightBusCycles());
            add(busy, Resource.PARTIAL_SUM_IN_BUS, count * timing.partialSumInBusCycles());
            add(busy, Resource.PARTIAL_SUM_OUT_BUS, count * timing.partialSumOutBusCycles());
        }
        long cycles = dram.now();
        add(elementCycles, Cause.DRAM, (cycles - computeCycles) * activeElements);
        add(busy, Resource.DRAM, dram.busyCycles());
        Activity activity = ArrayActivity.of(job, kinds).cycles(cycles, activeElements).build();
        return new LayerTiming(
                cycles, computeCycles, dram.exposedCycles(), activeElements, passes.passes(), elementCycles, busy, activity);
    }

    /** MAC cycles of the processing element that has most of them. */
    static long mostMacs(PassGeometry geometry) {
        return (long) geometry.steps() * geometry.filtersOf(0) * geometry.channelsOf(0) * geometry.filterColumns();
    }

    private static <K> void add(Map<K, Long> sums, K key, long value) {
        if (value != 0) {
            sums.merge(key, value, Long::sum);
        }
    }
}
