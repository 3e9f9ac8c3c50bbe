package io.picojoule.config.document;

import java.util.Comparator;

/** A place in a document; line and column count from 1, and 0 means the document as a whole. */
public record Place(Origin origin, int line, int column) implements Comparable<Place> {
    private static final Comparator<Place> ORDER = Comparator.comparing((Place place) -> place.origin.display())
            .thenComparingInt(Place::line)
            .thenComparingInt(Place::column);

    /** The document as a whole. */
    public static Place of(Origin origin) {
        return new Place(origin, 0, 0);
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    /** {@code configs/eyeriss.yaml:14:13}. */
    @Override
    public String toString() {
        return line == 0 ? origin.display() : origin.display() + ":" + line + ":" + column;
    }
}
