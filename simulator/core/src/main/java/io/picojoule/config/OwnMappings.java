package io.picojoule.config;

import io.picojoule.hardware.Machine;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.mapping.GivenMappings;
import io.picojoule.workload.Network;
import java.util.Optional;

/** The mappings that a machine has for a network, where a run names none. */
public final class OwnMappings {
    private OwnMappings() {}

    /**
     * What they are called.
     *
     * @param workload the name by which the network was asked for, without folders and ending; that in its file counts too
     */
    public static Optional<String> name(Machine machine, String workload, Network network) {
        return array(machine)
                .map(SpatialArray::mappings)
                .flatMap(byWorkload -> Optional.ofNullable(byWorkload.get(workload))
                        .or(() -> Optional.ofNullable(byWorkload.get(network.name()))));
    }

    /** Whether they are of the machine's dataflow: another that was set gets searched ones. */
    public static boolean suit(GivenMappings mappings, Machine machine) {
        return array(machine)
                .map(SpatialArray::dataflow)
                .filter(dataflow -> !mappings.suit(dataflow))
                .isEmpty();
    }

    private static Optional<SpatialArray> array(Machine machine) {
        return machine instanceof SpatialArray array ? Optional.of(array) : Optional.empty();
    }
}
