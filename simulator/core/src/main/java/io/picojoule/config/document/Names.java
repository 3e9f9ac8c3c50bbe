package io.picojoule.config.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Helps with names that are not known: the nearest ones, by edit distance. */
public final class Names {
    private static final int SHOWN = 12;

    private Names() {}

    /** The known names near enough to be meant, nearest first. */
    public static List<String> near(String name, Collection<String> known) {
        int allowed = Math.max(1, Math.min(3, name.length() / 3));
        List<String> near = new ArrayList<>();
        for (String candidate : known) {
            if (distance(name, candidate) <= allowed) {
                near.add(candidate);
            }
        }
        near.sort(Comparator.comparingInt((String candidate) -> distance(name, candidate))
                .thenComparing(Comparator.naturalOrder()));
        return near;
    }

    /** A hint for the end of a message: {@code did you mean 'x'?}, or what is known. */
    public static String hint(String name, Collection<String> known) {
        List<String> near = near(name, known);
        if (!near.isEmpty()) {
            return "did you mean '" + near.get(0) + "'?";
        }
        return known.isEmpty() ? "nothing is known here" : "known: " + list(known);
    }

    /** The names with commas between them, cut where they are many. */
    public static String list(Collection<String> names) {
        List<String> shown = names.stream().limit(SHOWN).toList();
        String more = names.size() > SHOWN ? ", ... (" + (names.size() - SHOWN) + " more)" : "";
        return String.join(", ", shown) + more;
    }

    /** Letters to insert, delete, replace or swap; case counts for nothing, nor does '_' against '-'. */
    static int distance(String first, String second) {
        String a = folded(first);
        String b = folded(second);
        int[] before = new int[b.length() + 1];
        int[] above = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(above[j - 1] + change, Math.min(above[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            int[] spare = before;
            before = above;
            above = row;
            row = spare;
        }
        return above[b.length()];
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
