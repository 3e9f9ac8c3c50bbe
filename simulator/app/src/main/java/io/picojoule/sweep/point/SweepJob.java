package io.picojoule.sweep.point;

import io.picojoule.config.Configurations;
import io.picojoule.config.document.DocumentParser;
import io.picojoule.config.document.InvalidInputException;
import io.picojoule.config.document.Mapping;
import io.picojoule.config.document.Origin;
import io.picojoule.config.document.Problems;
import io.picojoule.sweep.Figure;
import io.picojoule.sweep.spec.SweepReader;
import io.picojoule.sweep.spec.SweepSpec;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * All that makes a sweep again, in another process or later. The files that it names must be where they were; presets may be inside the jar.
 *
 * @param name of the sweep's preset or file
 * @param file what paths in the document are relative to
 * @param document the text of the sweep's file, with what it extends
 * @param workingDirectory in which names of presets are looked up first
 * @param home the installation; empty if there is none
 * @param version of the program
 */
public record SweepJob(String name, String file, String document, String workingDirectory, String home, String version)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * What the document says.
     *
     * @throws InvalidInputException if it cannot be read
     */
    public SweepSpec spec(List<Figure> figures) {
        Problems problems = new Problems();
        Optional<SweepSpec> spec = DocumentParser.parse(Origin.of(file), document, problems)
                .filter(Mapping.class::isInstance)
                .map(Mapping.class::cast)
                .flatMap(read -> SweepReader.read(
                        name,
                        read,
                        figures.stream().map(figure -> figure.measure().key()).collect(Collectors.toSet()),
                        problems));
        problems.throwIfAny();
        return spec.orElseThrow();
    }

    /**
     * The sweep, read and checked once more.
     *
     * @throws InvalidInputException if a file that it names is no longer there, or has changed for the worse
     */
    public Sweep sweep(List<Figure> figures) {
        Configurations configurations = Configurations.at(
                Path.of(workingDirectory), home.isEmpty() ? Optional.empty() : Optional.of(Path.of(home)));
        return Sweep.load(spec(figures), configurations, figures, version);
    }
}
