package io.picojoule.hardware;

import io.picojoule.workload.Operand;
import io.picojoule.workload.WordWidths;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Rows x columns of processing elements, a global buffer, DRAM, and buses between them.
 *
 * @param dataflow name of the dataflow that the array is wired for
 * @param words of scratchpads, buses and MACs
 * @param precision widths of the values of a layer that states none; no wider than {@code words}
 * @param streaming how words stream past the array, where the dataflow makes them
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
        WordWidths precision,
        ProcessingElement processingElement,
        Buses buses,
        MemoryHierarchy memory,
        Streaming streaming,
        Optional<VectorUnit> vectorUnit,
        Set<String> fuses,
        String energyTable,
        Map<String, String> mappings)
        implements Machine {
    public SpatialArray {
        if (clockHertz < 1 || rows < 1 || columns < 1) {
            throw new IllegalArgumentException("SpatialArray: clock, rows and columns must be at least 1");
        }
        for (Operand operand : Operand.values()) {
            if (precision.bits(operand) > words.bits(operand)) {
                throw new IllegalArgumentException(
                        "SpatialArray: " + tooWideValue(operand, precision.bits(operand), words));
            }
        }
        processingElement.macsPerLaneCycle().forEach((bits, macs) -> {
            if ((long) bits * macs > Math.min(words.inputBits(), words.weightBits())) {
                throw new IllegalArgumentException("SpatialArray: " + tooManyValues(bits, macs, words));
            }
        });
        fuses = Set.copyOf(fuses);
        mappings = Map.copyOf(mappings);
    }

    /** What is wrong if a value of so many bits does not fit the machine's word. */
    public static String tooWideValue(Operand operand, int bits, WordWidths words) {
        return "a precision of " + bits + " bit does not fit the machine's " + operand.key() + " word of "
                + words.bits(operand) + " bit";
    }

    /** What is wrong if so many values of so many bits do not fit the machine's words. */
    public static String tooManyValues(int bits, int macs, WordWidths words) {
        return macs + " values of int" + bits + " take " + (long) bits * macs + " bit, where the machine's input and "
                + "weight words have " + words.inputBits() + " and " + words.weightBits() + " bit";
    }

    /** A machine whose layers use its whole words unless they state otherwise. */
    public SpatialArray(
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
            Map<String, String> mappings) {
        this(
                identity,
                clockHertz,
                rows,
                columns,
                interconnect,
                dataflow,
                words,
                words,
                processingElement,
                buses,
                memory,
                Streaming.DEFAULT,
                vectorUnit,
                fuses,
                energyTable,
                mappings);
    }

    @Override
    public String kind() {
        return "spatial-array";
    }

    @Override
    public long elements() {
        return (long) rows * columns;
    }

    @Override
    public Optional<Dram> dram() {
        return Optional.of(memory.dram());
    }

    /** This machine with nothing but what its mappings, and the timing of layers with MACs, depend on: no name, no table, no price. */
    public SpatialArray timed() {
        return new SpatialArray(
                MachineIdentity.UNNAMED,
                clockHertz,
                rows,
                columns,
                interconnect,
                dataflow,
                words,
                precision,
                processingElement,
                buses,
                memory,
                streaming,
                Optional.empty(),
                Set.of(),
                "",
                Map.of());
    }

    /** This machine wired for another dataflow. */
    public SpatialArray withDataflow(String other) {
        return with(rows, columns, other, memory);
    }

    /** Whether what waits in the elements for the next pass is loaded while they work: only neighbours of a systolic array can. */
    public boolean isDoubleBuffered() {
        return streaming.doubleBuffered() && interconnect == Interconnect.SYSTOLIC;
    }

    /** This machine with another memory hierarchy. */
    public SpatialArray withMemory(MemoryHierarchy other) {
        return with(rows, columns, dataflow, other);
    }

    /** This machine with another array. */
    public SpatialArray withArray(int otherRows, int otherColumns) {
        return with(otherRows, otherColumns, dataflow, memory);
    }

    private SpatialArray with(int otherRows, int otherColumns, String otherDataflow, MemoryHierarchy otherMemory) {
        return new SpatialArray(
                identity,
                clockHertz,
                otherRows,
                otherColumns,
                interconnect,
                otherDataflow,
                words,
                precision,
                processingElement,
                buses,
                otherMemory,
                streaming,
                vectorUnit,
                fuses,
                energyTable,
                mappings);
    }
}
