package io.picojoule.sweep.point;

import io.picojoule.config.document.Problem;
import io.picojoule.config.document.Problems;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Something that a point needs, or why it cannot be had.
 *
 * @param reason empty where the value is there
 */
record Read<T>(Optional<T> value, String reason) {
    private static final int SHOWN = 3;

    static <T> Read<T> of(T value) {
        return new Read<>(Optional.of(value), "");
    }

    static <T> Read<T> refused(String reason) {
        return new Read<>(Optional.empty(), reason);
    }

    /** The value, unless something was wrong; then what it was, without the places, which are the same for every point. */
    static <T> Read<T> of(Optional<T> value, Problems problems) {
        return problems.isEmpty() && value.isPresent() ? of(value.get()) : refused(words(problems));
    }

    <U> Read<U> then(Function<T, Read<U>> next) {
        return value.isPresent() ? next.apply(value.get()) : refused(reason);
    }

    private static String words(Problems problems) {
        String first = problems.sorted().stream().limit(SHOWN).map(Read::words).collect(Collectors.joining("; "));
        int more = problems.sorted().size() - SHOWN;
        return more > 0 ? first + "; and " + more + " more" : first;
    }

    private static String words(Problem problem) {
        String wanted = problem.wanted().isEmpty() ? "" : " (" + problem.wanted() + ")";
        return (problem.path().isEmpty() ? "" : problem.path() + ": ") + problem.found() + wanted;
    }
}
