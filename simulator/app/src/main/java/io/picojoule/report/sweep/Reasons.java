package io.picojoule.report.sweep;

import io.picojoule.sweep.SweepRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Why points cannot be, in groups: reasons that differ in nothing but numbers are one. */
final class Reasons {
    /** What stands for a number, with its unit. */
    static final String NUMBER = "#";

    /** More groups than these are no longer a list for people; whatever else comes is counted together. */
    static final int MOST_GROUPS = 500;

    static final String OTHERS = "other reasons";

    private static final int KNOWN_TEXTS = 4096;
    private static final Pattern QUANTITY = Pattern.compile(
            "(?<![\\d.])\\d+(?:[.,]\\d+)*(?:[eE][-+]?\\d+)?(?:\\s?(?:[KMGTP]i|[kKMGTPmunpµ])?(?:B/s|bit/s|Hz|bits?|B|s|W|J)(?![\\w]))?");

    private final Map<String, String> known = new LinkedHashMap<>();
    private final Map<String, Group> groups = new LinkedHashMap<>();

    private static final class Group {
        private final SweepRow example;
        private long count;

        Group(SweepRow example) {
            this.example = example;
        }
    }

    void add(SweepRow row) {
        String text = known.get(row.reason());
        if (text == null) {
            text = normalised(row.reason());
            if (known.size() < KNOWN_TEXTS) {
                known.put(row.reason(), text);
            }
        }
        String name = groups.size() < MOST_GROUPS || groups.containsKey(text) ? text : OTHERS;
        groups.computeIfAbsent(name, first -> new Group(row)).count++;
    }

    /** The reason with {@link #NUMBER} for each number and its unit. */
    static String normalised(String reason) {
        return QUANTITY.matcher(reason).replaceAll(NUMBER);
    }

    /** Those of most points first. */
    List<ReasonGroup> groups() {
        List<ReasonGroup> list = new ArrayList<>();
        groups.forEach((text, group) -> list.add(new ReasonGroup(text, group.count, group.example)));
        list.sort(Comparator.comparingLong(ReasonGroup::count)
                .reversed()
                .thenComparingLong(group -> group.example().number()));
        return list;
    }
}
