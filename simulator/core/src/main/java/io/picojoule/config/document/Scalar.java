package io.picojoule.config.document;

/**
 * A single value, as written.
 *
 * @param quoted whether the text stood in quotes or as a block
 * @param source where the value comes from, its own or that of the map around it; empty if not stated
 */
public record Scalar(Place place, String text, boolean quoted, String source) implements Node {
    private static final int LONGEST_SHOWN = 60;

    /** Nothing was written, or {@code null} or {@code ~}. */
    public boolean isEmpty() {
        return text.isEmpty() && !quoted;
    }

    public Scalar withSource(String other) {
        return new Scalar(place, text, quoted, other);
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
