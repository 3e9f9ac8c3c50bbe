package io.picojoule.report.sweep;

import io.picojoule.sweep.Axis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Short names for axes: the end of the path, as much of it as tells them apart; two words where one says little. */
public final class AxisNames {
    private AxisNames() {}

    /** In the order of the axes. */
    public static List<String> of(List<Axis> axes) {
        List<String> names = new ArrayList<>();
        for (Axis axis : axes) {
            String[] words = axis.path().split("\\.", -1);
            int count = words.length > 2 ? 2 : 1;
            while (count < words.length && isShared(axis, axes, end(words, count))) {
                count++;
            }
            names.add(end(words, count));
        }
        return names;
    }

    private static boolean isShared(Axis axis, List<Axis> axes, String name) {
        return axes.stream()
                .anyMatch(other -> !other.path().equals(axis.path())
                        && (other.path().equals(name) || other.path().endsWith("." + name)));
    }

    private static String end(String[] words, int count) {
        return String.join(".", Arrays.asList(words).subList(words.length - count, words.length));
    }
}
