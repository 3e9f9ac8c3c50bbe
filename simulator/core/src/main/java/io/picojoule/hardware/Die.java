package io.picojoule.hardware;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Where the area of a machine comes from.
 *
 * @param squareMillimetres of a processor, as its maker or others state it; arrays and engines are computed from their parts
 * @param areaTable name or file of the table that their parts are looked up in; none where no area means anything, as of an FPGA
 */
public record Die(OptionalDouble squareMillimetres, Optional<String> areaTable) {
    /** The area table of machines that name none. */
    public static final String USUAL_TABLE = "area-45nm";

    /** Nothing is stated. */
    public static final Die UNSTATED = new Die(OptionalDouble.empty(), Optional.of(USUAL_TABLE));

    public Die {
        if (squareMillimetres.isPresent() && !(squareMillimetres.getAsDouble() > 0)) {
            throw new IllegalArgumentException("Die: an area above 0 is wanted");
        }
    }
}
