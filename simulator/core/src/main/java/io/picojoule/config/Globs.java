package io.picojoule.config;

import io.picojoule.config.document.InvalidInputException;
import io.picojoule.config.document.Names;
import io.picojoule.config.document.Origin;
import io.picojoule.config.document.Place;
import io.picojoule.config.document.Problem;
import io.picojoule.config.document.Problems;
import java.util.ArrayList;
import java.util.List;

/** Patterns of layer names, in which {@code *} stands for any text, slashes too. */
public final class Globs {
    private Globs() {}

    /** Whether the pattern is more than a name. */
    public static boolean isGlob(String pattern) {
        return pattern.indexOf('*') >= 0;
    }

    public static boolean matches(String pattern, String name) {
        int p = 0;
        int n = 0;
        int star = -1;
        int resume = 0;
        while (n < name.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = n;
            } else if (p < pattern.length() && pattern.charAt(p) == name.charAt(n)) {
                p++;
                n++;
            } else if (star >= 0) {
                p = star + 1;
                n = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
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
            if (names.stream().noneMatch(name -> matches(pattern, name))) {
                Place place = Place.of(new Origin.CommandLine(option + " " + pattern));
                String hint = isGlob(pattern) ? "known: " + Names.list(names) : Names.hint(pattern, names);
                problems.add(new Problem(place, "", "no layer matches '" + pattern + "'", hint));
            }
        }
        problems.throwIfAny();
        List<String> selected = new ArrayList<>();
        for (String name : names) {
            if (patterns.stream().anyMatch(pattern -> matches(pattern, name))) {
                selected.add(name);
            }
        }
        return selected;
    }
}
