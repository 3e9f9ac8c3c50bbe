package io.picojoule.sweep.point;

import io.picojoule.area.AreaTable;
import io.picojoule.config.Configurations;
import io.picojoule.config.Loaded;
import io.picojoule.config.Template;
import io.picojoule.config.document.InvalidInputException;
import io.picojoule.config.document.Problems;
import io.picojoule.energy.EnergyTable;
import io.picojoule.hardware.Machine;
import io.picojoule.mapping.GivenMappings;
import io.picojoule.workload.Network;
import io.picojoule.workload.NetworkLayer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The documents that points are made of, each read once, by any thread. */
final class Documents {
    private final Configurations configurations;
    private final Map<String, Read<Template<Machine>>> machines = new ConcurrentHashMap<>();
    private final Map<String, Read<Template<Network>>> workloads = new ConcurrentHashMap<>();
    private final Map<String, Read<Template<EnergyTable>>> energyTables = new ConcurrentHashMap<>();
    private final Map<String, Read<EnergyTable>> pricedTables = new ConcurrentHashMap<>();
    private final Map<String, Read<Loaded<AreaTable>>> areaTables = new ConcurrentHashMap<>();
    private final Map<Given, Read<Loaded<GivenMappings>>> mappings = new ConcurrentHashMap<>();

    /** Mappings are read for the layers of a network. */
    private record Given(String name, List<String> layers) {}

    Documents(Configurations configurations) {
        this.configurations = configurations;
    }

    Read<Template<Machine>> machine(String name) {
        return machines.computeIfAbsent(name, key -> attempt(() -> configurations.machineTemplate(key)));
    }

    Read<Template<Network>> workload(String name) {
        return workloads.computeIfAbsent(name, key -> attempt(() -> configurations.workloadTemplate(key)));
    }

    Read<Template<EnergyTable>> energyTableTemplate(String name) {
        return energyTables.computeIfAbsent(name, key -> attempt(() -> configurations.energyTableTemplate(key)));
    }

    /** A table as it is. */
    Read<EnergyTable> energyTable(String name) {
        return pricedTables.computeIfAbsent(
                name,
                key -> energyTableTemplate(key).then(template -> {
                    Problems problems = new Problems();
                    return Read.of(template.read(List.of(), problems), problems);
                }));
    }

    Read<Loaded<AreaTable>> areaTable(String name) {
        return areaTables.computeIfAbsent(name, key -> attempt(() -> configurations.areaTable(key)));
    }

    Read<Loaded<GivenMappings>> mappings(String name, Network network) {
        List<String> layers = network.layers().stream().map(NetworkLayer::name).toList();
        return mappings.computeIfAbsent(
                new Given(name, layers), key -> attempt(() -> configurations.mappings(name, network)));
    }

    /** What all that was read so far says, in an order that does not depend on when it was read. */
    Map<String, String> digests() {
        Map<String, String> digests = new TreeMap<>();
        machines.forEach((name, read) -> read.value()
                .ifPresent(template ->
                        digests.put("accelerator " + name, template.document().digest())));
        workloads.forEach((name, read) -> read.value()
                .ifPresent(template ->
                        digests.put("workload " + name, template.document().digest())));
        energyTables.forEach((name, read) -> read.value()
                .ifPresent(template ->
                        digests.put("energy " + name, template.document().digest())));
        areaTables.forEach(
                (name, read) -> read.value().ifPresent(loaded -> digests.put("area table " + name, loaded.digest())));
        mappings.forEach((given, read) ->
                read.value().ifPresent(loaded -> digests.put("mapping " + given.name(), loaded.digest())));
        return digests;
    }

    private static <T> Read<T> attempt(Supplier<T> reading) {
        try {
            return Read.of(reading.get());
        } catch (InvalidInputException invalid) {
            Problems problems = new Problems();
            invalid.problems().forEach(problems::add);
            return Read.of(Optional.empty(), problems);
        }
    }
}
