package io.picojoule.config.scalesim;

import io.picojoule.config.document.Origin;
import io.picojoule.config.document.Place;
import io.picojoule.config.document.Problem;
import io.picojoule.config.document.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keys with values in sections. Case counts for nothing in names; {@code #} and {@code ;} begin comments; values are one line. */
final class IniFile {
    private static final Pattern SECTION = Pattern.compile("\\s*\\[([^\\]]*)\\]\\s*");
    private static final Pattern ENTRY = Pattern.compile("(\\s*)([^:=\\s][^:=]*)[:=](\\s*)(.*)");
    private static final Pattern COMMENT = Pattern.compile("(^|\\s)[#;].*");

    /**
     * A key and its value as they were written.
     *
     * @param place of the value
     */
    record Entry(String section, String key, Place keyPlace, Place place, String text) {}

    private final Origin origin;
    private final Problems problems;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private String section = "";

    private IniFile(Origin origin, Problems problems) {
        this.origin = origin;
        this.problems = problems;
    }

    /** Reads a text; lines that are none of a section, a key or a comment are reported. */
    static IniFile read(Origin origin, String text, Problems problems) {
        IniFile file = new IniFile(origin, problems);
        List<String> lines =
                (text.startsWith("\uFEFF") ? text.substring(1) : text).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            file.line(i + 1, COMMENT.matcher(lines.get(i)).replaceFirst(""));
        }
        return file;
    }

    Place place() {
        return Place.of(origin);
    }

    Optional<Entry> find(String inSection, String key) {
        return Optional.ofNullable(entries.get(name(inSection, key)));
    }

    List<Entry> entries() {
        return new ArrayList<>(entries.values());
    }

    private void line(int number, String text) {
        Matcher header = SECTION.matcher(text);
        Matcher entry = ENTRY.matcher(text);
        if (text.isBlank()) {
            return;
        }
        if (header.matches()) {
            section = header.group(1).strip();
        } else if (!entry.matches()) {
            Place place = new Place(
                    origin, number, text.length() - text.stripLeading().length() + 1);
            String found = "this is neither a section nor a key with a value";
            problems.add(new Problem(place, "", found, "a configuration of SCALE-Sim is wanted", "ArrayHeight: 32"));
        } else {
            Place keyPlace = new Place(origin, number, entry.start(2) + 1);
            Place place = new Place(origin, number, entry.start(4) + 1);
            add(new Entry(
                    section,
                    entry.group(2).strip(),
                    keyPlace,
                    place,
                    entry.group(4).strip()));
        }
    }

    private void add(Entry entry) {
        Entry first = entries.putIfAbsent(name(entry.section(), entry.key()), entry);
        if (first != null) {
            String found = "this key was given in line " + first.place().line() + " already";
            problems.add(new Problem(entry.keyPlace(), entry.key(), found, "once is enough"));
        }
    }

    private static String name(String section, String key) {
        return (section + "]" + key).toLowerCase(Locale.ROOT);
    }
}
