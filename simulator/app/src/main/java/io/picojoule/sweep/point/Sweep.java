package io.picojoule.sweep.point;

import io.picojoule.config.Configurations;
import io.picojoule.config.Presets;
import io.picojoule.config.document.Digest;
import io.picojoule.config.document.InvalidInputException;
import io.picojoule.config.document.Problems;
import io.picojoule.simulation.SharedResults;
import io.picojoule.sweep.Axis;
import io.picojoule.sweep.Figure;
import io.picojoule.sweep.Measure;
import io.picojoule.sweep.Point;
import io.picojoule.sweep.spec.SweepSpec;
import java.util.List;
import java.util.Map;

/** A sweep with everything that its file names read and checked; it makes points into rows, on as many threads as ask for it. */
public final class Sweep {
    private final SweepSpec spec;
    private final Documents documents;
    private final Measures measures;
    private final Conditions conditions;
    private final PointDigest digest;
    private final SharedResults shared = new SharedResults();

    private Sweep(SweepSpec spec, Documents documents, Conditions conditions, Measures measures, PointDigest digest) {
        this.spec = spec;
        this.documents = documents;
        this.measures = measures;
        this.conditions = conditions;
        this.digest = digest;
    }

    /**
     * Reads what the file names, and tries each value of each axis.
     *
     * @param version of the program: results of another are others
     * @throws InvalidInputException with all that is wrong, before anything runs
     */
    public static Sweep load(SweepSpec spec, Configurations configurations, List<Figure> figures, String version) {
        Documents documents = new Documents(configurations);
        Problems problems = new Problems();
        new SpecCheck(spec, documents, configurations, problems).check();
        Conditions conditions = Conditions.of(spec, documents, problems);
        problems.throwIfAny();
        new PointRuns(spec, documents, conditions).readAll();
        List<String> networks = spec.workloads().stream().map(Presets::baseName).toList();
        Measures measures = new Measures(figures, networks);
        String context = version
                + spec.workloads()
                + measures.all()
                + documents.digests()
                + Digest.of(spec.run())
                + conditions.ofRows();
        return new Sweep(spec, documents, conditions, measures, new PointDigest(spec, context));
    }

    public SweepSpec spec() {
        return spec;
    }

    public List<Axis> axes() {
        return spec.axes();
    }

    public List<Measure> measures() {
        return measures.all();
    }

    /** What a user should know before it runs, a sentence each. */
    public List<String> notes() {
        return new MappingNote(spec, documents).text().stream().toList();
    }

    /** Digests of all that was read, by kind and name. */
    public Map<String, String> origins() {
        return documents.digests();
    }

    /** A simulator for one thread. */
    public PointSimulator simulator() {
        return new PointSimulator(this, new PointRuns(spec, documents, conditions));
    }

    /** Whether a point meets what the file asks of its values. */
    public boolean isIn(int[] choices) {
        return conditions.hold(choices);
    }

    /** What a point is known by: 16 bytes, the same for the same values of the same files. */
    public byte[] digest(Point point) {
        return digest.of(point.choices());
    }

    /** What runs of any thread can share. */
    SharedResults shared() {
        return shared;
    }

    Measures measuring() {
        return measures;
    }
}
