package io.picojoule.sweep.spec;

import io.picojoule.config.document.Assignment;
import io.picojoule.config.document.Node;

/**
 * One value laid over one document.
 *
 * @param path as the file of the sweep has it
 * @param assignment within the document; without steps it stands for the document itself: another machine
 * @param text of the value, as it would be written by hand
 */
public record Setting(Target target, String path, Assignment assignment, String text) {
    /** Whether it names another document instead of changing something in it. */
    public boolean isWhole() {
        return assignment.steps().isEmpty();
    }

    /** A value as it would be written by hand, on one line. */
    public static String text(Node node) {
        return FlowText.of(node);
    }

    /** What {@code --set} would be given. */
    public String argument() {
        return path + "=" + text;
    }
}
