package io.picojoule.simulation;

import io.picojoule.activity.Activity;
import io.picojoule.activity.Level;
import io.picojoule.energy.EnergyModel;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.hardware.ZeroInputs;
import io.picojoule.mapping.Dataflows;
import io.picojoule.mapping.Mapping;
import io.picojoule.mapping.PassSequence;
import io.picojoule.mapping.Passes;
import io.picojoule.mapping.StreamSequence;
import io.picojoule.search.Objective;
import io.picojoule.search.SearchResult;
import io.picojoule.timing.Engine;
import io.picojoule.timing.LayerTiming;
import io.picojoule.timing.LayerTrace;
import io.picojoule.timing.array.ArrayActivity;
import io.picojoule.timing.array.ArrayJob;
import io.picojoule.timing.array.StreamJob;
import io.picojoule.timing.array.Transfers;
import io.picojoule.timing.array.detailed.DetailedArray;
import io.picojoule.timing.array.detailed.DetailedStream;
import io.picojoule.timing.array.fast.FastArray;
import io.picojoule.timing.array.fast.FastStream;
import io.picojoule.timing.array.fast.LeastCycles;
import io.picojoule.workload.LayerData;
import io.picojoule.workload.Subwords;
import java.util.Optional;

/** Layers with MACs on the array: each is timed and priced under its mapping. Thread safe. */
final class ArraySimulator {
    private final RunRequest request;
    private final SpatialArray machine;
    private final Optional<SharedResults> shared;
    private final Hashed<SpatialArray> timed;
    private final FastArray fastArray;

    /** @param shared with other runs, if there are any */
    ArraySimulator(RunRequest request, Optional<SharedResults> shared) {
        this.request = request;
        this.machine = request.array();
        this.shared = shared;
        this.timed = new Hashed<>(machine.timed());
        this.fastArray =
                shared.map(all -> new FastArray(machine, all.passes())).orElseGet(() -> new FastArray(machine));
    }

    /** What is shared with other runs, if there are any. */
    Optional<SharedResults> shared() {
        return shared;
    }

    /** The machine without what does not matter to timing. */
    Hashed<SpatialArray> timed() {
        return timed;
    }

    /** The same with the fast engine, whatever the request says: what ranks mappings must not take minutes, and the engines agree. */
    ArraySimulator fast() {
        return request.engine() == Engine.FAST ? this : new ArraySimulator(request.withEngine(Engine.FAST), shared);
    }

    Outcome run(PreparedLayer layer, MappingChoice choice) {
        if (choice instanceof MappingChoice.None none) {
            return new Outcome.Skipped(new SkippedLayer(layer.layer(), true, none.reason()));
        }
        MappingChoice.Chosen chosen = (MappingChoice.Chosen) choice;
        return new Outcome.Ran(run(layer, chosen.mapping(), chosen.origin(), chosen.search()));
    }

    /** The layer under this mapping, which fits. */
    LayerResult run(PreparedLayer layer, Mapping mapping, String origin, Optional<SearchResult> search) {
        LayerTiming timing = timeOnce(layer, mapping).times(layer.layer().repetitions(request.batch()));
        return LayerResults.of(
                request,
                layer.layer(),
                layer.layer().macs(request.batch()),
                timing,
                layer.words(),
                Optional.of(mapping),
                origin,
                search);
    }

    /**
     * What {@link #run} will find at least that the layer costs under this mapping, which fits: in closed form, or 0 where there is none.
     *
     * @param energy prices the layer's MACs
     */
    double costAtLeast(PreparedLayer layer, Mapping mapping, Objective objective, EnergyModel energy) {
        ArrayWork work = layer.work();
        boolean inClosedForm = machine.processingElement().zeroInputs() != ZeroInputs.SKIP
                && work.subwords().perWord() == 1;
        Passes passes = Dataflows.named(machine.dataflow()).orElseThrow().passes(mapping, machine);
        if (!inClosedForm || !(passes instanceof PassSequence rows)) {
            return 0;
        }
        ArrayJob job = job(rows, work, work.dataOf(mapping.nest()));
        long cycles = LeastCycles.of(job);
        Activity activity = ArrayActivity.of(job, rows.kinds())
                .cycles(cycles, rows.mostElements())
                .build();
        int repetitions = layer.layer().repetitions(request.batch());
        return objective.cost(
                energy.total(activity) * repetitions, cycles * repetitions, activity.bits(Level.DRAM) * repetitions);
    }

    private LayerTiming timeOnce(PreparedLayer layer, Mapping mapping) {
        ArrayWork work = layer.work();
        if (shared.isEmpty()) {
            return inMacs(time(mapping, work, LayerTrace.NONE), work);
        }
        LayerKey key = new LayerKey(timed, LayerProblem.of(layer, machine), mapping, request.engine());
        return shared.get().layers().get(key, unseen -> inMacs(time(mapping, work, LayerTrace.NONE), work));
    }

    /** The array counts MAC slots; what they hold are the layer's MACs. */
    private LayerTiming inMacs(LayerTiming timing, ArrayWork work) {
        Subwords subwords = work.subwords();
        if (subwords.perWord() == 1) {
            return timing;
        }
        Activity slots = timing.activity();
        boolean switchesOff = slots.gatedMacs() + slots.skippedMacs() > 0;
        long zeros = switchesOff
                ? subwords.macsWithZeroWords(work.data(), work.nest().n())
                : 0;
        // Channels do not always fill the last word: what is skipped is what cannot be gated.
        long gated = Math.min(zeros, slots.gatedMacs() * subwords.perWord());
        return timing.withActivity(slots.withMacs(subwords.macs(slots.macs()), gated, zeros - gated));
    }

    /** When one repetition of the layer is done under this mapping, which fits. */
    LayerTiming time(PreparedLayer layer, Mapping mapping, LayerTrace trace) {
        return time(mapping, layer.work(), trace);
    }

    private LayerTiming time(Mapping mapping, ArrayWork work, LayerTrace trace) {
        Passes passes = Dataflows.named(machine.dataflow()).orElseThrow().passes(mapping, machine);
        LayerData data = work.dataOf(mapping.nest());
        return passes instanceof StreamSequence streams
                ? time(streams, work, data, trace)
                : time((PassSequence) passes, work, data, trace);
    }

    private LayerTiming time(StreamSequence passes, ArrayWork work, LayerData data, LayerTrace trace) {
        StreamJob job = StreamJob.of(
                machine,
                passes,
                work.words(),
                data,
                Transfers.of(
                        passes.grid(),
                        machine.memory().dram(),
                        work.words(),
                        data,
                        work.facts().transfers()));
        return switch (request.engine()) {
            case FAST -> FastStream.time(job, trace);
            case DETAILED -> DetailedStream.run(job, trace).timing();
        };
    }

    private ArrayJob job(PassSequence passes, ArrayWork work, LayerData data) {
        return new ArrayJob(
                machine,
                passes,
                work.words(),
                data,
                Transfers.of(
                        passes.grid(),
                        machine.memory().dram(),
                        work.words(),
                        data,
                        work.facts().transfers()));
    }

    private LayerTiming time(PassSequence passes, ArrayWork work, LayerData data, LayerTrace trace) {
        ArrayJob job = job(passes, work, data);
        return switch (request.engine()) {
            case FAST -> fastArray.timeLayer(job, trace);
            case DETAILED -> DetailedArray.run(job, trace).timing();
        };
    }
}
