package io.picojoule.timing.array.detailed;

import static io.picojoule.timing.array.StreamStep.NOTHING;

import io.picojoule.activity.Action;
import io.picojoule.activity.Activity;
import io.picojoule.activity.Level;
import io.picojoule.hardware.Dram;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.mapping.TileGrid;
import io.picojoule.mapping.TileShape;
import io.picojoule.mapping.TileVisit;
import io.picojoule.timing.LayerTrace;
import io.picojoule.timing.array.StreamJob;
import io.picojoule.timing.array.StreamPipeline;
import io.picojoule.timing.array.StreamStep;
import io.picojoule.workload.Operand;
import io.picojoule.workload.WordWidths;
import java.util.List;

/** What crosses the DRAM link for the passes of a layer whose words stream past the array: what is asked for when, and what is waited for. */
final class StreamMemory {
    private final StreamJob job;
    private final SpatialArray machine;
    private final WordWidths widths;
    private final List<StreamStep> plan;
    private final DramChannel channel;
    private final boolean overlapsWeights;
    private final boolean overlapsInputs;
    private final boolean overlapsOutputs;
    private final Activity.Builder activity = new Activity.Builder();
    private int nextWeights;
    private int nextInputs;
    private int weightsRequested;
    private int weightsNeeded;
    private long weightsFetched;
    private long exposedCycles;

    StreamMemory(StreamJob job, List<StreamStep> plan, LayerTrace trace) {
        this.job = job;
        this.machine = job.machine();
        this.widths = job.words();
        this.plan = plan;
        Dram dram = machine.memory().dram();
        this.channel = new DramChannel(dram, machine.clockHertz(), trace);
        this.overlapsWeights = dram.overlaps().contains(Operand.WEIGHT);
        this.overlapsInputs = dram.overlaps().contains(Operand.INPUT);
        this.overlapsOutputs = dram.overlaps().contains(Operand.OUTPUT);
    }

    DramChannel channel() {
        return channel;
    }

    long exposedCycles() {
        return exposedCycles;
    }

    /** The last tile leaves; the answer is how long the array waits for all that is on its way. */
    long finish() {
        return store(plan.get(plan.size() - 1)) + channel.waitFor(true, 0);
    }

    /** Between passes: stores what is done, brings what is needed; the answer is how long the array then waits. */
    long prepare(int index) {
        long waited = 0;
        StreamStep step = plan.get(index);
        if (index > 0) {
            waited += store(plan.get(index - 1));
        }
        // 1. What the machine cannot move while it computes.
        if (!overlapsInputs) {
            if (step.inputs() != NOTHING) {
                waited += expose(Operand.INPUT, fetchInputs(step));
            }
            if (step.sums() != NOTHING) {
                waited += expose(Operand.PARTIAL_SUM, fetchSums(step));
            }
        }
        if (!overlapsWeights && step.weights() != NOTHING) {
            waited += expose(Operand.WEIGHT, fetchWeights(step));
        }
        // 2. Before the first pass nothing could be fetched ahead; sums come back once there is room for them.
        if (index == 0) {
            for (int ahead = StreamPipeline.weightsAhead(machine); ahead > 0; ahead--) {
                requestWeights();
            }
            requestInputs();
        }
        if (overlapsInputs && step.sums() != NOTHING) {
            channel.requestSums(fetchSums(step));
        }
        // 3. What the pass needs.
        waited += channel.waitFor(
                step.weights() != NOTHING && !isLoadedAhead(index) ? weightsForLater() : Integer.MAX_VALUE,
                step.inputs() != NOTHING || step.sums() != NOTHING,
                step.startsSums() ? 1 : Integer.MAX_VALUE);
        if (step.inputs() != NOTHING) {
            requestInputs();
        }
        return waited;
    }

    /** Transfers of weights that may still be on their way when those of the next pass that has any must have come; asked once for each. */
    int weightsForLater() {
        weightsNeeded++;
        return Math.max(0, weightsRequested - weightsNeeded);
    }

    void requestWeights() {
        while (overlapsWeights && nextWeights < plan.size()) {
            StreamStep step = plan.get(nextWeights++);
            if (step.weights() != NOTHING) {
                channel.requestWeights(fetchWeights(step));
                weightsRequested++;
                return;
            }
        }
    }

    private void requestInputs() {
        while (overlapsInputs && nextInputs < plan.size()) {
            StreamStep step = plan.get(nextInputs++);
            if (step.inputs() != NOTHING) {
                channel.requestInputs(fetchInputs(step));
                return;
            }
        }
    }

    private long fetchWeights(StreamStep step) {
        activity.bits(Action.READ, Operand.WEIGHT, Level.DRAM, step.weights());
        weightsFetched += step.weights();
        return step.weights();
    }

    /** Counts the words that fill the buffer: those of the tile, or those that the pass is sent. */
    private long fetchInputs(StreamStep step) {
        activity.bits(Action.READ, Operand.INPUT, Level.DRAM, step.inputs());
        long filled;
        if (job.residence().inputs()) {
            TileVisit visit = step.visit();
            TileShape shape = job.passes().shape(visit);
            TileGrid grid = job.passes().grid();
            long plane = (long) grid.inputRows(visit.patch()) * grid.inputColumns(visit.patch());
            filled = plane * shape.n() * shape.c();
        } else {
            filled = step.inputs() / widths.inputBits();
        }
        activity.words(Action.WRITE, Operand.INPUT, Level.GLOBAL_BUFFER, filled, widths.inputBits());
        return step.inputs();
    }

    private long fetchSums(StreamStep step) {
        activity.bits(Action.READ, Operand.PARTIAL_SUM, Level.DRAM, step.sums());
        if (job.residence().sums()) {
            activity.bits(Action.WRITE, Operand.PARTIAL_SUM, Level.GLOBAL_BUFFER, step.sums());
        }
        return step.sums();
    }

    /** The answer is how long the array stands still for it. */
    private long store(StreamStep step) {
        if (step.leaving() == NOTHING) {
            return 0;
        }
        Operand operand = step.leavesOutputs() ? Operand.OUTPUT : Operand.PARTIAL_SUM;
        activity.bits(Action.WRITE, operand, Level.DRAM, step.leaving());
        if (operand == Operand.PARTIAL_SUM) {
            activity.bits(Action.READ, operand, Level.GLOBAL_BUFFER, step.leaving());
        } else {
            long outputs =
                    job.residence().sums() ? outputsOf(step) : step.geometry().sumsOut();
            activity.words(Action.READ, operand, Level.GLOBAL_BUFFER, outputs, widths.outputBits());
        }
        if (!overlapsOutputs) {
            return expose(operand, step.leaving());
        } else if (step.leavesOutputs()) {
            channel.requestOutputs(step.leaving());
        } else {
            channel.requestSumStore(step.leaving());
        }
        return 0;
    }

    private long outputsOf(StreamStep step) {
        TileShape shape = job.passes().shape(step.visit());
        return (long) shape.n() * shape.m() * shape.p() * shape.q();
    }

    private long expose(Operand operand, long bits) {
        long transferCycles = channel.transferNow(operand, bits);
        exposedCycles += transferCycles;
        return transferCycles;
    }

    /** Whether the weights of a pass are in the elements before the array is prepared for it. */
    private boolean isLoadedAhead(int index) {
        return index > 0 && StreamPipeline.loadsWeightsAhead(plan.get(index), machine);
    }

    /** Adds what crossed, and where weights waited for their pass, if anywhere. */
    void addTo(Activity.Builder counted, long weightsSent) {
        WeightCounts.add(activity, machine, weightsFetched, weightsSent * widths.weightBits());
        counted.add(activity.build());
    }
}
