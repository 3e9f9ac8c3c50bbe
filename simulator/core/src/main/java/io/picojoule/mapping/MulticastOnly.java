package io.picojoule.mapping;

import io.picojoule.hardware.Interconnect;
import io.picojoule.hardware.SpatialArray;
import java.util.Optional;

/** Dataflows that bring words to elements anywhere in the array at once. */
final class MulticastOnly {
    private MulticastOnly() {}

    static Optional<String> obstacle(String dataflow, SpatialArray machine) {
        return machine.interconnect() == Interconnect.MULTICAST
                ? Optional.empty()
                : Optional.of(dataflow + " needs a multicast interconnect, and this one is "
                        + machine.interconnect().key());
    }
}
