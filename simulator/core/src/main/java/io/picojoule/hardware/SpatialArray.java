package io.picojoule.hardware;

import io.picojoule.workload.WordWidths;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Rows x columns of processing elements, a global buffer, DRAM, and buses between them.
 *
 * @param dataflow name of the dataflow that the array is wired for
 * @param vectorUnit does the layers without MACs, where there is one
 * @param fuses kinds of layers that are applied to outputs on their way out, at no cycle
 * @param energyTable name or file of the energy table to use unless another is asked for
 * @param mappings file of the given mapping, by name of the workload
 */
public record SpatialArray(
        MachineIdentity identity,
        long clockHertz,
        int rows,
        int columns,
        Interconnect interconnect,
        String dataflow,
        WordWidths words,
        ProcessingElement processingElement,
        Buses buses,
        MemoryHierarchy memory,
        Optional<VectorUnit> vectorUnit,
        Set<String> fuses,
        String energyTable,
        Map<String, String> mappings)
        implements Machine {
    public SpatialArray {
        if (clockHertz < 1 || rows < 1 || columns < 1) {
            throw new IllegalArgumentException("SpatialArray: clock, rows and columns must be at least 1");
        }
        fuses = Set.copyOf(fuses);
        mappings = Map.copyOf(mappings);
    }

    @Override
    public String kind() {
        return "spatial-array";
    }

    @Override
    public long macsPerCycle() {
        return (long) rows * columns;
    }

    /** This machine with another memory hierarchy. */
    public SpatialArray withMemory(MemoryHierarchy other) {
        return new SpatialArray(
                identity,
                clockHertz,
                rows,
                columns,
                interconnect,
                dataflow,
                words,
                processingElement,
                buses,
                other,
                vectorUnit,
                fuses,
                energyTable,
                mappings);
    }
}
