package io.picojoule.config;

import io.picojoule.config.document.DocumentFile;
import io.picojoule.config.document.Inheritance;
import io.picojoule.config.document.Mapping;
import io.picojoule.config.document.Node;
import io.picojoule.config.document.Origin;
import io.picojoule.config.document.Place;
import io.picojoule.config.document.Problem;
import io.picojoule.config.document.Problems;
import io.picojoule.config.document.Scalar;
import io.picojoule.config.scalesim.TopologyFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a document together with those that it extends. */
final class DocumentLoader {
    /** Ends the names of networks that were written for SCALE-Sim. */
    static final String TOPOLOGY = ".csv";

    private static final String EXTENDS = "extends";

    private final Presets presets;
    private final Presets.Kind kind;
    private final Problems problems;
    private final List<Origin> chain = new ArrayList<>();

    DocumentLoader(Presets presets, Presets.Kind kind, Problems problems) {
        this.presets = presets;
        this.kind = kind;
        this.problems = problems;
    }

    /** The document with all that it inherits, or nothing if a part could not be read. */
    Optional<Mapping> load(String nameOrPath) {
        return presets.find(kind, nameOrPath, problems).flatMap(this::load);
    }

    /** The files that were read, the asked one first, by the names that reports use. */
    List<String> files() {
        return chain.stream().map(Origin::label).toList();
    }

    private Optional<Mapping> load(Origin origin) {
        chain.add(origin);
        Optional<Mapping> own = read(origin);
        Optional<Node> base = own.flatMap(mapping -> mapping.value(EXTENDS));
        if (own.isEmpty() || base.isEmpty()) {
            return own;
        }
        if (!(base.get() instanceof Scalar name) || name.isEmpty()) {
            String found = base.get().what() + " was found";
            problems.add(new Problem(base.get().place(), EXTENDS, found, "a name or a path is wanted", "eyeriss"));
            return Optional.empty();
        }
        return presets.find(kind, name.text().strip(), name.place(), EXTENDS, problems)
                .filter(found -> isNoCircle(found, name))
                .flatMap(this::load)
                .map(inherited -> Inheritance.merge(inherited, own.get().without(EXTENDS)));
    }

    private Optional<Mapping> read(Origin origin) {
        String name = origin.label();
        if (name.endsWith(TOPOLOGY) && kind == Presets.Kind.WORKLOAD) {
            return TopologyFile.read(origin, problems);
        }
        if (name.endsWith(TOPOLOGY) || name.endsWith(".onnx")) {
            String found = name.endsWith(TOPOLOGY)
                    ? "a .csv file is a network, a topology of SCALE-Sim, and this is to be " + kind.withArticle()
                    : "files of this kind are not available yet in this version";
            problems.add(new Problem(Place.of(origin), "", found, "a .yaml file is wanted"));
            return Optional.empty();
        }
        return DocumentFile.read(origin, problems);
    }

    private boolean isNoCircle(Origin origin, Scalar asking) {
        int first = chain.indexOf(origin);
        if (first < 0) {
            return true;
        }
        StringBuilder circle = new StringBuilder();
        for (Origin link : chain.subList(first, chain.size())) {
            circle.append(link.display()).append(" -> ");
        }
        circle.append(origin.display());
        problems.add(new Problem(asking.place(), EXTENDS, "a circle: " + circle, "a document cannot extend itself"));
        return false;
    }
}
