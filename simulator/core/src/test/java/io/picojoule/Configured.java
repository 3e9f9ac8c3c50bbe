package io.picojoule;

import io.picojoule.area.AreaTable;
import io.picojoule.config.Configurations;
import io.picojoule.config.Overrides;
import io.picojoule.energy.EnergyTable;
import io.picojoule.hardware.Machine;
import io.picojoule.hardware.Processor;
import io.picojoule.hardware.SparseEngine;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.mapping.GivenMappings;
import io.picojoule.workload.Network;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Machines, networks and tables of the {@code configs} and {@code workloads} folders, for tests of all packages. */
public final class Configured {
    private static final Path HOME = Path.of(System.getProperty("picojoule.home", "../.."));
    private static final Configurations CONFIGURATIONS = Configurations.at(HOME, Optional.of(HOME));

    private Configured() {}

    /** @param sets as {@code --set} takes them: {@code array.rows=3} */
    public static SpatialArray machine(String name, String... sets) {
        return (SpatialArray) anyMachine(name, sets);
    }

    /** @param sets as {@code --set} takes them: {@code queue=16 slots} */
    public static SparseEngine engine(String name, String... sets) {
        return (SparseEngine) anyMachine(name, sets);
    }

    /** @param sets as {@code --set} takes them: {@code matrix-product.depth=16} */
    public static Processor processor(String name, String... sets) {
        return (Processor) anyMachine(name, sets);
    }

    private static Machine anyMachine(String name, String... sets) {
        return CONFIGURATIONS
                .machine(name, Overrides.parse(List.of(sets)).accelerator())
                .value();
    }

    /** Names of the networks that ship. */
    public static List<String> workloads() {
        try (Stream<Path> files = Files.list(HOME.resolve("workloads"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".yaml"))
                    .map(file -> file.substring(0, file.length() - ".yaml".length()))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static Network network(String name, String... layers) {
        Network network = CONFIGURATIONS.workload(name, List.of()).value();
        return layers.length == 0 ? network : network.only(List.of(layers));
    }

    /** @param sets as {@code --set} takes them, but of the table: {@code mac.fp32=5 pJ} */
    public static EnergyTable energyTable(String name, String... sets) {
        return CONFIGURATIONS
                .energyTable(name, Overrides.parse(List.of(sets)).accelerator())
                .value();
    }

    public static AreaTable areaTable(String name) {
        return CONFIGURATIONS.areaTable(name).value();
    }

    public static GivenMappings mappings(String name, Network network) {
        return CONFIGURATIONS.mappings(name, network).value();
    }
}
