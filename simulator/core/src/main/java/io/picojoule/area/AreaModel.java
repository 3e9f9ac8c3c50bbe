package io.picojoule.area;

import io.picojoule.hardware.FeatureSize;
import io.picojoule.hardware.Machine;
import io.picojoule.hardware.OnChipBuffer;
import io.picojoule.hardware.ProcessingElement;
import io.picojoule.hardware.Processor;
import io.picojoule.hardware.SparseEngine;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.workload.WordWidths;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Parts times a table, scaled with the square of the feature size: the one place where area is computed. What is not on the list of
 * {@link AreaComponent} is left out: pads, DRAM controllers, host interfaces, and the room that a floorplan leaves.
 */
public final class AreaModel {
    private static final double SQUARE_MICROMETRES = 1e6;

    private final AreaTable table;
    private final Map<AreaComponent, Double> areas = new EnumMap<>(AreaComponent.class);

    private AreaModel(AreaTable table) {
        this.table = table;
    }

    /**
     * The area of a machine; none of an array or an engine of which no node is stated. That of a processor is the one that is stated,
     * where one is.
     */
    public static Optional<AreaBreakdown> of(Machine machine, AreaTable table) {
        if (machine instanceof Processor processor) {
            return stated(processor);
        }
        return FeatureSize.of(machine.identity().technology()).map(node -> new AreaModel(table).at(node, machine));
    }

    /** What a processor's maker states; nothing of a machine of another kind, or where nothing is stated. */
    public static Optional<AreaBreakdown> stated(Machine machine) {
        return machine instanceof Processor
                        && machine.identity().die().squareMillimetres().isPresent()
                ? Optional.of(new AreaBreakdown(
                        "",
                        Map.of(
                                AreaComponent.DIE,
                                machine.identity().die().squareMillimetres().getAsDouble())))
                : Optional.empty();
    }

    private AreaBreakdown at(FeatureSize node, Machine machine) {
        if (machine instanceof SpatialArray array) {
            addElements(array);
            addBuffers(array);
        } else if (machine instanceof SparseEngine engine) {
            addElements(engine);
        }
        machine.vectorUnit().ifPresent(unit -> {
            add(AreaComponent.VECTOR_UNIT, unit.lanes(), table.layout() * table.vectorLane());
            unit.lookUpTableEntries()
                    .ifPresent(entries -> add(
                            AreaComponent.VECTOR_UNIT,
                            1,
                            words(entries, machine.words().outputBits())));
        });
        double scale = table.technology().areaAt(node) / SQUARE_MICROMETRES;
        areas.replaceAll((component, area) -> area * scale);
        return new AreaBreakdown(table.name(), areas);
    }

    private void addElements(SpatialArray array) {
        long elements = array.elements();
        WordWidths bits = array.words();
        ProcessingElement element = array.processingElement();
        add(AreaComponent.MAC, elements, table.mac(bits.inputBits(), bits.weightBits(), bits.partialSumBits()));
        add(AreaComponent.SCRATCHPAD, elements, scratchpads(element, bits));
        add(AreaComponent.QUEUE, elements, fifos(element, bits));
        add(AreaComponent.CONTROL, elements, table.control(array.interconnect()));
    }

    private double scratchpads(ProcessingElement element, WordWidths bits) {
        if (element.sharedWords().isPresent()) {
            int widest = Math.max(Math.max(bits.inputBits(), bits.weightBits()), bits.partialSumBits());
            return words(element.sharedWords().getAsInt(), widest);
        }
        return words(element.inputWords(), bits.inputBits())
                + words(element.weightWords(), bits.weightBits())
                + words(element.partialSumWords(), bits.partialSumBits());
    }

    /** In front of the element, for each operand that comes in. */
    private double fifos(ProcessingElement element, WordWidths bits) {
        int words = element.fifoWords();
        return words(words, bits.inputBits()) + words(words, bits.weightBits()) + words(words, bits.partialSumBits());
    }

    private void addBuffers(SpatialArray array) {
        add(AreaComponent.GLOBAL_BUFFER, 1, buffer(array.memory().globalBuffer()));
        array.memory().weightBuffer().ifPresent(buffer -> add(AreaComponent.WEIGHT_BUFFER, 1, buffer(buffer)));
        array.memory().accumulators().ifPresent(buffer -> add(AreaComponent.ACCUMULATORS, 1, buffer(buffer)));
    }

    /** Bank by bank, where there are banks: small memories are less dense. */
    private double buffer(OnChipBuffer buffer) {
        long bank = Math.min(buffer.bankBytes().orElse(buffer.capacityBytes()), buffer.capacityBytes());
        return (double) buffer.capacityBytes() / bank * table.memory().at(bank);
    }

    private void addElements(SparseEngine engine) {
        long elements = engine.elements();
        WordWidths bits = engine.words();
        double arithmetic = table.mac(bits.inputBits(), bits.weightBits(), bits.partialSumBits());
        double registers = words(engine.activationRegisters(), bits.inputBits())
                + words(engine.activationRegisters(), bits.partialSumBits());
        int banks = engine.pointerSram().banks();
        double pointers =
                banks * table.memory().at((double) engine.pointerSram().capacityBytes() / banks);
        add(AreaComponent.MAC, elements, arithmetic + words(engine.codebookEntries(), bits.weightBits()));
        add(AreaComponent.SCRATCHPAD, elements, registers);
        add(AreaComponent.QUEUE, elements, words(engine.queueSlots(), bits.inputBits()));
        add(AreaComponent.CONTROL, elements, table.engineControl());
        add(AreaComponent.GLOBAL_BUFFER, elements, table.memory().at(engine.activationSramBytes()));
        add(
                AreaComponent.WEIGHT_BUFFER,
                elements,
                table.memory().at(engine.matrixSram().capacityBytes()));
        add(AreaComponent.POINTER_BUFFER, elements, pointers);
    }

    private double words(long count, int bits) {
        return table.memory().at((double) count * bits / Byte.SIZE);
    }

    private void add(AreaComponent component, long count, double squareMicrometres) {
        if (squareMicrometres > 0) {
            areas.merge(component, count * squareMicrometres, Double::sum);
        }
    }
}
