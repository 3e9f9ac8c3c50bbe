package io.picojoule.benchmarks;

import io.picojoule.config.Configurations;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.mapping.GivenMapping;
import io.picojoule.mapping.GivenMappings;
import io.picojoule.mapping.Mapping;
import io.picojoule.mapping.PassSequence;
import io.picojoule.mapping.RowStationary;
import io.picojoule.timing.array.ArrayJob;
import io.picojoule.timing.array.Transfers;
import io.picojoule.workload.LayerData;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.Network;
import io.picojoule.workload.NetworkLayer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The layers of AlexNet on the Eyeriss chip, with the mappings that ship, ready for an engine: tensors made, zeros counted, tiles packed. */
final class Jobs {
    private Jobs() {}

    /** All layers with MACs. */
    static List<ArrayJob> alexnet(int batch) {
        Configurations presets = Configurations.at(Path.of("."), Optional.empty());
        SpatialArray eyeriss =
                (SpatialArray) presets.machine("eyeriss", List.of()).value();
        Network alexnet = presets.workload("alexnet", List.of()).value();
        GivenMappings mappings = presets.mappings("eyeriss-alexnet", alexnet).value();
        List<ArrayJob> jobs = new ArrayList<>();
        for (NetworkLayer layer : alexnet.layers()) {
            Optional<LoopNest> nest = layer.loopNest(batch);
            if (nest.isPresent()) {
                jobs.add(job(
                        eyeriss, layer, nest.get(), mappings.of(layer.name()).orElseThrow()));
            }
        }
        return jobs;
    }

    /** AlexNet's third layer, one image: 13x13 pixels, 256 to 384 channels, 3x3. */
    static ArrayJob conv3() {
        return alexnet(1).get(2);
    }

    private static ArrayJob job(SpatialArray machine, NetworkLayer layer, LoopNest nest, GivenMapping given) {
        GivenMapping.Parameters parameters = (GivenMapping.Parameters) given;
        LayerData data = LayerData.synthetic(
                nest,
                layer.readsNetworkInput(),
                layer.layer().common().inputDensity().orElse(1),
                1,
                layer.layer().common().outputDensity().orElse(1),
                layer.name(),
                1);
        LayerData laid = parameters.flattened() ? data.flattened() : data;
        Mapping mapping = RowStationary.mapping(laid.nest(), parameters.parameters());
        PassSequence passes = new PassSequence(mapping);
        laid.zeroUses().ofAllColumns();
        return new ArrayJob(
                machine,
                passes,
                machine.words(),
                laid,
                Transfers.of(passes.grid(), machine.memory().dram(), machine.words(), laid));
    }
}
