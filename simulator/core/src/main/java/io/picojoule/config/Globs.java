package io.picojoule.config;

import io.picojoule.config.document.Glob;
import io.picojoule.config.document.InvalidInputException;
import io.picojoule.config.document.Names;
import io.picojoule.config.document.Origin;
import io.picojoule.config.document.Place;
import io.picojoule.config.document.Problem;
import io.picojoule.config.document.Problems;
import io.picojoule.workload.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Patterns of layer names, in which {@code *} stands for any text, slashes too. */
public final class Globs {
    private Globs() {}

    /**
     * The network with only those layers that any of the patterns matches; all of them where there is no pattern.
     *
     * @throws InvalidInputException if a pattern matches nothing
     */
    public static Network only(Network network, List<String> patterns) {
        if (patterns.isEmpty()) {
            return network;
        }
        List<String> names = network.layers().stream()
                .flatMap(layer -> Stream.of(layer.writtenAs(), layer.name()))
                .distinct()
                .toList();
        return network.only(select("--layers", patterns, names));
    }

    /**
     * The names that any of the patterns matches, in the order of the names.
     *
     * @param option as the user wrote it, {@code --layers} for one
     * @throws InvalidInputException if a pattern matches nothing
     */
    public static List<String> select(String option, List<String> patterns, List<String> names) {
        Problems problems = new Problems();
        for (String pattern : patterns) {
            if (names.stream().noneMatch(name -> Glob.matches(pattern, name))) {
                Place place = Place.of(new Origin.CommandLine(option + " " + pattern));
                String hint = Glob.isGlob(pattern) ? "known: " + Names.list(names) : Names.hint(pattern, names);
                problems.add(new Problem(place, "", "no layer matches '" + pattern + "'", hint));
            }
        }
        problems.throwIfAny();
        List<String> selected = new ArrayList<>();
        for (String name : names) {
            if (patterns.stream().anyMatch(pattern -> Glob.matches(pattern, name))) {
                selected.add(name);
            }
        }
        return selected;
    }
}
