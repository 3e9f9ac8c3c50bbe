package io.picojoule.timing.array.detailed;

import io.picojoule.hardware.Buses;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.mapping.StreamGeometry;
import io.picojoule.timing.Cause;
import io.picojoule.timing.InvariantViolation;
import io.picojoule.timing.PassTiming;
import io.picojoule.timing.PassTiming.BusUse;
import io.picojoule.timing.Resource;
import io.picojoule.timing.array.StreamPipeline;
import io.picojoule.workload.Operand;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Elements that go step by step together, fed by buses: all multiply in the cycle in which the words of a step are there, and their sums leave
 * through a chain of neighbours, or a tree of adders (Zhang et al., FPGA 2015; Chen et al., ISCA 2016).
 */
final class LockstepArray implements StreamArray {
    private final SpatialArray machine;
    private final StreamWords words;
    private final StreamCounts counts;
    private StreamWords.Place place;
    private StreamGeometry geometry;
    private List<StreamBus> buses = new ArrayList<>();
    private StreamBus out;
    private StreamElements elements;
    private final ArrayDeque<Leaving> leaving = new ArrayDeque<>();
    private final Map<Cause, Long> causes = new EnumMap<>(Cause.class);
    private int sumCycles;
    private int sumSlots;
    private long now;
    private int step;

    /** Sums of a step on their way out, from the cycle in which they can be seen. */
    private record Leaving(long visible, List<Integer> places, int[] sums) {}

    LockstepArray(SpatialArray machine, StreamWords words, StreamCounts counts, StreamWords.Place first) {
        this.machine = machine;
        this.words = words;
        this.counts = counts;
        this.place = first;
        this.geometry = first.pass().geometry();
        this.elements = new StreamElements(first, words, counts);
        this.out = new StreamBus(Operand.OUTPUT, 1, elements);
    }

    @Override
    public void start(StreamWords.Place next) {
        place = next;
        geometry = next.pass().geometry();
        elements = new StreamElements(next, words, counts);
        Buses widths = machine.buses();
        buses = new ArrayList<>();
        buses.add(new StreamBus(Operand.WEIGHT, widths.weightWordsPerCycle(), elements));
        buses.add(new StreamBus(Operand.INPUT, widths.inputWordsPerCycle(), elements));
        buses.add(new StreamBus(Operand.PARTIAL_SUM, widths.partialSumInWordsPerCycle(), elements));
        out = new StreamBus(Operand.OUTPUT, widths.partialSumOutWordsPerCycle(), elements);
        sumCycles = StreamPipeline.sumCycles(geometry, machine);
        sumSlots = StreamPipeline.sumSlots(geometry, machine);
        leaving.clear();
        causes.clear();
        now = 0;
        step = 0;
    }

    @Override
    public boolean hasItsWeights() {
        return buses.get(0).isDone(geometry.steps());
    }

    @Override
    public boolean isDone() {
        return step == geometry.steps() && leaving.isEmpty();
    }

    @Override
    public void tick() {
        boolean loading = buses.stream().anyMatch(StreamBus::isLoading);
        // 1. Buses bring what is to wait in the elements; only then the words of the steps, of two at a time.
        for (StreamBus bus : buses) {
            if (loading) {
                bus.load(now);
            } else {
                bus.bring(now, Math.min(step + 2, geometry.steps()));
            }
        }
        // 2. The elements make a step, if all words were there when the cycle began.
        Cause cause = loading ? LoadCause.of(geometry) : step == geometry.steps() ? Cause.DRAIN : waitsFor();
        if (cause == Cause.BUSY) {
            int[] sums = elements.multiply(step);
            buses.forEach(bus -> bus.used(step));
            if (!geometry.keepsSums()) {
                leaving.add(new Leaving(now + sumCycles, elements.sumPlaces(step), sums));
            }
            step++;
            if (step == geometry.steps() && geometry.keepsSums()) {
                leaving.add(new Leaving(now + sumCycles, elements.keptPlaces(), elements.keptSums()));
            }
        }
        causes.merge(cause, (long) geometry.activeElements(), Long::sum);
        // 3. Sums that have come out of the last adder leave.
        Leaving head = leaving.peek();
        if (head != null && head.visible() <= now) {
            if (out.take(now, head.places().size())) {
                elements.store(head.places(), head.sums());
                leaving.remove();
            }
        }
        now++;
        if (now > 1_000_000_000L) {
            throw new InvariantViolation("no end of a pass of " + geometry);
        }
    }

    private Cause waitsFor() {
        if (!buses.get(0).has(step, now)) {
            return Cause.WEIGHT_BUS;
        }
        if (!buses.get(1).has(step, now)) {
            return step == 0 ? Cause.INPUT_FILL : Cause.INPUT_BUS;
        }
        if (!buses.get(2).has(step, now)) {
            return Cause.PARTIAL_SUM_IN_BUS;
        }
        return leaving.size() >= sumSlots ? Cause.PARTIAL_SUM_OUT_BUS : Cause.BUSY;
    }

    @Override
    public PassTiming end() {
        Map<Resource, BusUse> uses = new EnumMap<>(Resource.class);
        use(uses, Resource.WEIGHT_BUS, buses.get(0));
        use(uses, Resource.INPUT_BUS, buses.get(1));
        use(uses, Resource.PARTIAL_SUM_IN_BUS, buses.get(2));
        use(uses, Resource.PARTIAL_SUM_OUT_BUS, out);
        return new PassTiming(now, causes, uses);
    }

    private static void use(Map<Resource, BusUse> uses, Resource resource, StreamBus bus) {
        bus.use().ifPresent(use -> uses.put(resource, use));
    }
}
