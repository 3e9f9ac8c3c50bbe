package io.picojoule.config.document;

/**
 * A single value, as written.
 *
 * @param quoted whether the text stood in quotes or as a block
 * @param source where the value comes from, its own or that of the map around it; empty if not stated
 */
public record Scalar(Place place, String text, boolean quoted, String source) implements Node {
    /** Nothing was written, or {@code null} or {@code ~}. */
    public boolean isEmpty() {
        return text.isEmpty() && !quoted;
    }

    public Scalar withSource(String other) {
        return new Scalar(place, text, quoted, other);
    }

    @Override
    public String what() {
        return isEmpty() ? "nothing" : "\"" + shortened() + "\"";
    }

    private String shortened() {
        String line = text.replace('\n', ' ').strip();
        return line.length() > 60 ? line.substring(0, 57) + "..." : line;
    }
}
