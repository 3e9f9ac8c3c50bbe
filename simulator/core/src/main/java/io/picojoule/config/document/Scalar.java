package io.picojoule.config.document;

import java.util.Optional;

/**
 * A single value, as written.
 *
 * @param quoted whether the text stood in quotes or as a block
 * @param source where the value comes from, its own or that of the map around it; empty if not stated
 * @param range between what it may lie, where that is said
 */
public record Scalar(Place place, String text, boolean quoted, String source, Optional<Range> range) implements Node {
    private static final int LONGEST_SHOWN = 60;

    /** Without a range. */
    public Scalar(Place place, String text, boolean quoted, String source) {
        this(place, text, quoted, source, Optional.empty());
    }

    /** Nothing was written, or {@code null} or {@code ~}. */
    public boolean isEmpty() {
        return text.isEmpty() && !quoted;
    }

    public Scalar withSource(String other) {
        return new Scalar(place, text, quoted, other, range);
    }

    Scalar within(Range other) {
        return new Scalar(place, text, quoted, source, Optional.of(other));
    }

    @Override
    public String what() {
        return isEmpty() ? "nothing" : shown(text);
    }

    /** A text as messages quote it, not too long. */
    static String shown(String text) {
        String stripped = text.strip();
        return stripped.length() > LONGEST_SHOWN
                ? '"' + stripped.substring(0, LONGEST_SHOWN) + "...\""
                : '"' + stripped + '"';
    }
}
