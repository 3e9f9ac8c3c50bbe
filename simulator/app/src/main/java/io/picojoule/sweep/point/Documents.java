package io.picojoule.sweep.point;

import io.picojoule.area.AreaTable;
import io.picojoule.config.Configurations;
import io.picojoule.config.Globs;
import io.picojoule.config.Loaded;
import io.picojoule.config.Template;
import io.picojoule.config.document.Assignment;
import io.picojoule.config.document.InvalidInputException;
import io.picojoule.config.document.Problems;
import io.picojoule.energy.EnergyTable;
import io.picojoule.hardware.Machine;
import io.picojoule.mapping.GivenMappings;
import io.picojoule.sweep.spec.Setting;
import io.picojoule.workload.Network;
import io.picojoule.workload.NetworkLayer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The documents that points are made of, each read once, by any thread. */
final class Documents {
    private static final int NETWORKS = 32;

    private final Configurations configurations;
    private final Map<String, Read<Template<Machine>>> machines = new ConcurrentHashMap<>();
    private final Map<String, Read<Template<Network>>> workloads = new ConcurrentHashMap<>();
    private final Map<String, Read<Template<EnergyTable>>> energyTables = new ConcurrentHashMap<>();
    private final Map<String, Read<EnergyTable>> pricedTables = new ConcurrentHashMap<>();
    private final Map<String, Read<Loaded<AreaTable>>> areaTables = new ConcurrentHashMap<>();
    private final Map<Given, Read<Loaded<GivenMappings>>> mappings = new ConcurrentHashMap<>();

    private final Map<NetworkKey, Read<Network>> networks =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75F, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<NetworkKey, Read<Network>> eldest) {
                    return size() > NETWORKS;
                }
            });

    /** A network by what makes it: what is equal is the same object, by which simulations know it again. */
    private record NetworkKey(String workload, List<String> settings, List<String> layers) {}

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

    /** The layers of a network that any of the patterns matches, with values in the place of others. */
    Read<Network> network(String workload, List<Setting> sets, List<String> layers) {
        NetworkKey key =
                new NetworkKey(workload, sets.stream().map(Setting::argument).toList(), layers);
        Read<Network> known = networks.get(key);
        if (known != null) {
            return known;
        }
        Read<Network> read = layers.isEmpty()
                ? workload(workload).then(template -> read(template, sets))
                : network(workload, sets, List.of()).then(whole -> only(whole, layers));
        Read<Network> first = networks.putIfAbsent(key, read);
        return first == null ? read : first;
    }

    private static Read<Network> only(Network network, List<String> layers) {
        try {
            return Read.of(Globs.only(network, layers));
        } catch (InvalidInputException invalid) {
            return Read.refused("run.layers: " + invalid.problems().get(0).found());
        }
    }

    /** A document with values in the place of others. */
    static <T> Read<T> read(Template<T> template, List<Setting> sets) {
        Problems problems = new Problems();
        return Read.of(template.read(assignments(sets), problems), problems);
    }

    static List<Assignment> assignments(List<Setting> sets) {
        return sets.stream()
                .filter(setting -> !setting.isWhole())
                .map(Setting::assignment)
                .toList();
    }

    Read<Template<EnergyTable>> energyTableTemplate(String name) {
        return energyTables.computeIfAbsent(name, key -> attempt(() -> configurations.energyTableTemplate(key)));
    }

    /** A table as it is. */
    Read<EnergyTable> energyTable(String name) {
        return pricedTables.computeIfAbsent(
                name, key -> energyTableTemplate(key).then(template -> read(template, List.of())));
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
