package io.picojoule.cli;

import io.picojoule.config.document.Problems;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** A form that all points of a sweep can be had in. */
enum SweepExport {
    CSV,
    JSON,
    PARQUET;

    private static final String OPTION = "--export";

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name of the file. */
    String file() {
        return "points." + key();
    }

    private static List<String> keys() {
        return Stream.of(values()).map(SweepExport::key).toList();
    }

    /** What {@code --export} asks for, and the table that is always there. */
    static Set<SweepExport> read(List<String> texts, Problems problems) {
        OptionReader options = new OptionReader(problems);
        Set<SweepExport> exports = EnumSet.of(CSV);
        String known = String.join(", ", keys());
        for (String name : options.split(OPTION, texts, "some of " + known + " are wanted", "json,parquet")) {
            List<SweepExport> found = new ArrayList<>();
            Stream.of(values())
                    .filter(each -> each.key().equalsIgnoreCase(name))
                    .forEach(found::add);
            if (found.isEmpty()) {
                options.refuseUnknown(OPTION, name, "there is no such format", keys());
            }
            exports.addAll(found);
        }
        return exports;
    }

    /** What a shell completes. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return keys().iterator();
        }
    }
}
