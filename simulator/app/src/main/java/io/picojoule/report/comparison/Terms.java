package io.picojoule.report.comparison;

import java.util.Optional;

/**
 * How machines are compared, beside what they ran.
 *
 * @param command the command line that makes the same comparison
 * @param baseline label of the machine that the others are put in relation to; the first where none is named
 */
public record Terms(String command, Optional<String> baseline) {
    /** Against the first machine. */
    public static Terms of(String command) {
        return new Terms(command, Optional.empty());
    }
}
