package io.picojoule.config.scalesim;

import io.picojoule.config.document.Mapping;
import io.picojoule.config.document.Node;
import io.picojoule.config.document.Place;
import io.picojoule.config.document.Scalar;
import io.picojoule.config.document.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A map of a document that is made here, key by key. Each value keeps the place in the file that it is from. */
final class NodeMap {
    private final Place place;
    private final String source;
    private final Map<String, Mapping.Entry> entries = new LinkedHashMap<>();

    NodeMap(Place place, String source) {
        this.place = place;
        this.source = source;
    }

    NodeMap put(String key, Node value) {
        entries.put(key, new Mapping.Entry(value.place(), value));
        return this;
    }

    NodeMap put(String key, String text) {
        return put(key, place, text);
    }

    NodeMap put(String key, Place from, String text) {
        return put(key, new Scalar(from, text, true, source));
    }

    NodeMap put(String key, Whole number) {
        return put(key, number.place(), Long.toString(number.value()));
    }

    NodeMap put(String key, Whole... numbers) {
        List<Node> items = new ArrayList<>();
        for (Whole number : numbers) {
            items.add(new Scalar(number.place(), Long.toString(number.value()), false, source));
        }
        return put(key, new Sequence(numbers[0].place(), items));
    }

    Mapping map() {
        return new Mapping(place, entries);
    }

    /** A number, and where in the file it is from. */
    record Whole(Place place, long value) {}
}
