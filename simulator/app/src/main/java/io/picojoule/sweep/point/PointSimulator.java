package io.picojoule.sweep.point;

import io.picojoule.simulation.CountOverflow;
import io.picojoule.simulation.RunProgress;
import io.picojoule.simulation.RunRequest;
import io.picojoule.simulation.RunResult;
import io.picojoule.simulation.SearchTime;
import io.picojoule.simulation.Simulator;
import io.picojoule.simulation.SkippedLayer;
import io.picojoule.sweep.Point;
import io.picojoule.sweep.SweepRow;
import io.picojoule.timing.InvariantViolation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Simulates points, one after another. One thread's own; what threads can share, they share through {@link Sweep}. */
public final class PointSimulator {
    private static final double[] NONE = {};

    private final Sweep sweep;
    private final PointRuns runs;

    PointSimulator(Sweep sweep, PointRuns runs) {
        this.sweep = sweep;
        this.runs = runs;
    }

    /**
     * What becomes of a point.
     *
     * @throws InvariantViolation if the simulator contradicts itself: our bug, with the point and the layer
     */
    public SweepRow simulate(Point point) {
        try {
            Read<double[]> measured = runs.at(point.choices()).then(this::measure);
            return new SweepRow(
                    point.number(),
                    point.choices(),
                    measured.reason(),
                    measured.value().orElse(NONE));
        } catch (CountOverflow overflow) {
            return new SweepRow(point.number(), point.choices(), String.valueOf(overflow.getMessage()), NONE);
        } catch (InvariantViolation violation) {
            throw new InvariantViolation("point " + point.number() + " of the sweep: " + violation.getMessage());
        }
    }

    private Read<double[]> measure(List<RunRequest> requests) {
        List<RunResult> results = new ArrayList<>();
        for (RunRequest request : requests) {
            RunResult result = Simulator.run(request, RunProgress.NONE, SearchTime.UNLIMITED, sweep.shared());
            Optional<String> missing = missing(result);
            if (missing.isPresent()) {
                return Read.refused(missing.get());
            }
            results.add(result);
        }
        return Read.of(sweep.measuring().of(results));
    }

    /** A layer that does not fit leaves the network unfinished; so does one without MACs where nothing runs at all. */
    private static Optional<String> missing(RunResult result) {
        boolean nothing =
                result.layers().stream().noneMatch(layer -> layer.timing().cycles() > 0);
        return result.skipped().stream()
                .filter(layer -> layer.infeasible() || nothing)
                .findFirst()
                .map(layer -> result.network().name() + ": " + words(layer));
    }

    private static String words(SkippedLayer layer) {
        return "layer " + layer.layer().name() + ": " + layer.reason();
    }
}
