package io.picojoule.timing.array;

import static io.picojoule.timing.array.StreamStep.NOTHING;

import io.picojoule.mapping.StreamGeometry;
import io.picojoule.mapping.StreamLimits.Residence;
import io.picojoule.mapping.StreamPasses;
import io.picojoule.mapping.StreamPasses.Pass;
import io.picojoule.mapping.StreamSequence;
import io.picojoule.mapping.TileShape;
import io.picojoule.mapping.TileVisit;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The passes of a job in their order, each with what crosses the DRAM link for it. Both engines go through them. */
public final class StreamSteps implements Iterator<StreamStep> {
    private final StreamJob job;
    private final StreamSequence sequence;
    private final Residence residence;
    private final Iterator<TileVisit> visits;
    /** Of the shapes of tiles so far, for visits that begin their sums, and for others. */
    private final List<Map<TileShape, StreamPasses>> known = List.of(new HashMap<>(), new HashMap<>());

    private @Nullable TileVisit visit;
    private @Nullable StreamPasses passes;
    private long number;
    private long count;

    public StreamSteps(StreamJob job) {
        this.job = job;
        this.sequence = job.passes();
        this.residence = job.residence();
        this.visits = sequence.visits().iterator();
    }

    @Override
    public boolean hasNext() {
        return number < count || visits.hasNext();
    }

    @Override
    public StreamStep next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (passes == null || visit == null || number == count) {
            visit = visits.next();
            boolean takesSums = visit.takesSums();
            passes = known.get(takesSums ? 1 : 0)
                    .computeIfAbsent(sequence.shape(visit), shape -> sequence.passesOf(shape, takesSums));
            number = 0;
            count = passes.count();
        }
        StreamStep step = step(visit, passes);
        number++;
        return step;
    }

    private StreamStep step(TileVisit at, StreamPasses of) {
        Pass pass = of.pass(number);
        StreamGeometry geometry = pass.geometry();
        TileShape shape = of.shape();
        boolean isFirst = number == 0;
        boolean isLast = number == count - 1;
        long weights;
        if (residence.weights()) {
            weights = isFirst && at.bringsWeights() ? job.weightBits(shape) : NOTHING;
        } else {
            weights = job.weightBits(geometry);
        }
        long inputs;
        if (residence.inputs()) {
            inputs = isFirst && at.bringsInput() ? job.inputBits(at) : NOTHING;
        } else {
            inputs = geometry.inputsSent() * job.words().inputBits();
        }
        if (residence.sums()) {
            boolean starts = isFirst && at.bringsSums();
            boolean leaves = isLast && at.leavesSums();
            return new StreamStep(
                    at,
                    number,
                    pass,
                    weights,
                    inputs,
                    starts && at.takesSums() ? job.sumBits(shape) : NOTHING,
                    leaves ? (at.endsSums() ? job.outputBits(at) : job.sumBits(shape)) : NOTHING,
                    at.endsSums(),
                    starts);
        }
        boolean ends = at.endsSums() && pass.endsSums();
        return new StreamStep(
                at,
                number,
                pass,
                weights,
                inputs,
                geometry.takesPartialSums() ? geometry.sumsIn() * job.words().partialSumBits() : NOTHING,
                geometry.sumsOut()
                        * (ends ? job.words().outputBits() : job.words().partialSumBits()),
                ends,
                true);
    }
}
