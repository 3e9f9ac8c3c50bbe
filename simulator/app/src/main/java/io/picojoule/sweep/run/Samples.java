package io.picojoule.sweep.run;

import io.picojoule.sweep.point.Sweep;
import io.picojoule.sweep.sampling.Grid;
import io.picojoule.sweep.sampling.LatinHypercube;
import io.picojoule.sweep.sampling.Sample;
import io.picojoule.sweep.sampling.Sobol;
import io.picojoule.sweep.sampling.Space;
import io.picojoule.sweep.spec.Sampling;
import io.picojoule.sweep.spec.SweepSpec;

/** The points that a sweep's file asks for. */
public final class Samples {
    private Samples() {}

    public static Space space(SweepSpec spec) {
        return new Space(spec.axes().stream().mapToInt(axis -> axis.size()).toArray());
    }

    /** How many points there are at most. */
    public static long mostPoints(SweepSpec spec) {
        if (spec.sampling() instanceof Sampling.Nsga2 search) {
            return Math.min(space(spec).points(), (long) search.generations() * search.population());
        }
        return of(spec).mostPoints();
    }

    /** Whether no point meets what the file asks of its values. */
    public static boolean areNone(Sweep sweep) {
        return !new PointFilter(of(sweep.spec()).iterator(), sweep::isIn).hasNext();
    }

    /** Those of a method that knows them beforehand. */
    static Sample of(SweepSpec spec) {
        Space space = space(spec);
        Sampling sampling = spec.sampling();
        if (sampling instanceof Sampling.Sobol sobol) {
            return new Sobol(space, sobol.points(), sobol.seed());
        }
        if (sampling instanceof Sampling.LatinHypercube hypercube) {
            return new LatinHypercube(space, hypercube.points(), hypercube.seed());
        }
        return new Grid(space);
    }
}
