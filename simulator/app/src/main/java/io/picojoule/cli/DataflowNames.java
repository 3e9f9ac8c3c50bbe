package io.picojoule.cli;

import io.picojoule.hardware.SpatialArray;
import io.picojoule.mapping.Dataflow;
import io.picojoule.mapping.Dataflows;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The names that {@code --dataflow} knows. */
final class DataflowNames implements Iterable<String> {
    static final String OPTION = "--dataflow";
    private static final String ALL = "all";
    /** It is what a machine's file writes out: {@code all} means it only where one does. */
    private static final String CUSTOM = "custom";

    @Override
    public Iterator<String> iterator() {
        return known().iterator();
    }

    private static List<String> known() {
        return Stream.concat(Stream.of(ALL), Dataflows.all().stream().map(Dataflow::key))
                .toList();
    }

    /** Refuses what is no dataflow, with what may have been meant. */
    static void check(List<String> texts, OptionReader reader) {
        for (String name : reader.split(OPTION, texts, "names of dataflows with commas between are wanted", ALL)) {
            if (!known().contains(name)) {
                reader.refuseUnknown(OPTION, name, "there is no dataflow '" + name + "'", known());
            }
        }
    }

    /** The dataflows of names that were checked, in the order in which they were named; all of them in their own. */
    static List<Dataflow> dataflows(List<String> texts, SpatialArray machine) {
        Set<String> names = new LinkedHashSet<>();
        for (String text : texts) {
            for (String part : text.split(",")) {
                String name = part.strip();
                if (name.equals(ALL)) {
                    Dataflows.all().stream()
                            .map(Dataflow::key)
                            .filter(key -> !key.equals(CUSTOM)
                                    || machine.streaming().custom().isPresent())
                            .forEach(names::add);
                } else {
                    names.add(name);
                }
            }
        }
        List<Dataflow> dataflows = new ArrayList<>();
        names.forEach(name -> Optional.of(name).flatMap(Dataflows::named).ifPresent(dataflows::add));
        return dataflows;
    }
}
