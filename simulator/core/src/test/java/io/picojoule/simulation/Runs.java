package io.picojoule.simulation;

import io.picojoule.Configured;
import io.picojoule.config.Configurations;
import io.picojoule.energy.EnergyTable;
import io.picojoule.hardware.Machine;
import io.picojoule.hardware.Processor;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.mapping.GivenMappings;
import io.picojoule.search.Objective;
import io.picojoule.timing.Engine;
import io.picojoule.workload.Layer;
import io.picojoule.workload.Network;
import io.picojoule.workload.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Requests of tests. */
final class Runs {
    static final SpatialArray CHIP = Configured.machine("eyeriss");
    static final EnergyTable TABLE = Configured.energyTable("45nm");

    private Runs() {}

    /** The chip on AlexNet with the mappings it was measured with. */
    static RunRequest alexNet(int batch) {
        Network network = Configured.network("alexnet");
        return request(CHIP, network, batch, Configured.mappings("eyeriss-alexnet", network), Engine.FAST);
    }

    static RunRequest request(Machine machine, Network network, int batch) {
        return request(machine, network, batch, GivenMappings.NONE, Engine.FAST);
    }

    static RunRequest request(Machine machine, Network network, int batch, GivenMappings mappings, Engine engine) {
        return new RunRequest(machine, network, TABLE, batch, mappings, Objective.ENERGY, engine, 1);
    }

    static Network network(Shape input, Layer... layers) {
        Network.Resolved resolved = Network.resolve("net", "", "", input, List.of(layers));
        if (!resolved.problems().isEmpty()) {
            throw new IllegalArgumentException(resolved.problems().toString());
        }
        return resolved.network();
    }

    /** Of a document, which is written into the folder that its files are relative to. */
    static Network network(Path folder, String yaml) {
        try {
            Path file = Files.writeString(folder.resolve("net.yaml"), yaml);
            return Configurations.at(folder, Optional.empty())
                    .workload(file.toString(), List.of())
                    .value();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** A processor on a network, priced by the table that the machine names. */
    static RunResult run(Processor machine, Network network, int batch) {
        return Simulator.run(new RunRequest(
                machine,
                network,
                Configured.energyTable(machine.energyTable()),
                batch,
                GivenMappings.NONE,
                Objective.DEFAULT,
                Engine.FAST,
                1));
    }
}
