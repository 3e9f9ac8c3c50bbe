package io.picojoule.report.comparison;

import io.picojoule.energy.TechnologyNode;
import java.util.Optional;

/**
 * How machines are compared, beside what they ran.
 *
 * @param command the command line that makes the same comparison
 * @param baseline label of the machine that the others are put in relation to; the first where none is named
 * @param node the technology node to which energies are normalised as well, if one is asked for
 */
public record Terms(String command, Optional<String> baseline, Optional<TechnologyNode> node) {
    /** Against the first machine, with energies as they are priced. */
    public static Terms of(String command) {
        return new Terms(command, Optional.empty(), Optional.empty());
    }
}
