package io.picojoule.config;

import io.picojoule.config.document.Dimension;
import io.picojoule.config.document.Mapping;
import io.picojoule.config.document.Problems;
import io.picojoule.config.document.Quantities;
import io.picojoule.config.document.Section;
import io.picojoule.config.document.Value;
import io.picojoule.energy.EnergyTable;
import io.picojoule.workload.Operand;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** An energy document to a table, in picojoules or in multiples of one MAC. */
final class EnergyTableReader {
    private static final int WIDEST_WORD = 1024;
    static final Map<String, EnergyTable.Unit> UNITS = units();

    static final List<String> MAC_TYPES = List.of(
            "int1", "int2", "int4", "int8", "int16", "int32", "int64", "fp8", "fp16", "bf16", "tf32", "fp32", "fp64");

    private final Section root;
    private final EnergyTable.Unit unit;
    private final Dimension dimension;
    private final String example;

    private EnergyTableReader(Section root) {
        this.root = root;
        this.unit = root.choiceOr("unit", UNITS, EnergyTable.Unit.PICOJOULE);
        boolean normalised = unit == EnergyTable.Unit.MAC;
        this.dimension = normalised ? Dimension.MAC_MULTIPLE : Dimension.ENERGY;
        this.example = dimension.example();
    }

    private static Map<String, EnergyTable.Unit> units() {
        Map<String, EnergyTable.Unit> units = new LinkedHashMap<>();
        units.put("pJ", EnergyTable.Unit.PICOJOULE);
        units.put("MAC", EnergyTable.Unit.MAC);
        return units;
    }

    static Optional<EnergyTable> read(Mapping document, Problems problems) {
        return new EnergyTableReader(Section.of(document, problems)).table();
    }

    private Optional<EnergyTable> table() {
        String name = root.text("name", "45 nm");
        String description = root.textOr("description", "");
        String source = root.textOr("source", "");
        Quantities quantities = new Quantities(root);
        String technology = quantities.lengthOr("technology", "");
        int wordBits = quantities.bits("word", WIDEST_WORD);
        Map<String, Double> macs = macs();
        List<EnergyTable.SramPoint> sram = sram();
        Map<Operand, Double> scratchpad = scratchpad();
        OptionalDouble globalBuffer = find(root, "global-buffer");
        OptionalDouble weightBuffer = find(root, "weight-buffer");
        OptionalDouble pointerBuffer = find(root, "pointer-buffer");
        OptionalDouble queue = find(root, "queue");
        double link = energy("link");
        double bus = find(root, "bus").orElse(0);
        double dram = energy("dram");
        double vectorOperation = find(root, "vector-operation").orElse(0);
        double clock = energy("clock");
        double milliwatts = root.has("static") ? quantities.milliwatts("static", "0 mW") : 0;
        root.done();
        return root.build(() -> new EnergyTable(
                name,
                description,
                source,
                technology,
                unit,
                wordBits,
                macs,
                sram,
                scratchpad,
                globalBuffer,
                weightBuffer,
                pointerBuffer,
                queue,
                link,
                bus,
                dram,
                vectorOperation,
                clock,
                milliwatts));
    }

    private Map<String, Double> macs() {
        Map<String, Double> macs = new LinkedHashMap<>();
        Section section = root.section("mac");
        for (String type : MAC_TYPES) {
            find(section, type).ifPresent(energy -> macs.put(type, energy));
        }
        section.done();
        if (macs.isEmpty() && section.isSound()) {
            root.find("mac")
                    .ifPresent(value ->
                            value.refuse("there is no type of MAC", "at least one is wanted", "int16: " + example));
        }
        return macs;
    }

    private List<EnergyTable.SramPoint> sram() {
        List<EnergyTable.SramPoint> points = new ArrayList<>();
        Optional<Value> list = root.require(
                "sram", "a list of capacities and energies", "[{capacity: 32 KiB, energy: " + example + "}]");
        for (Value item : list.map(Value::items).orElse(List.of())) {
            Section point = item.section("{capacity: 32 KiB, energy: " + example + "}");
            long capacity = new Quantities(point).bytes("capacity", "32 KiB");
            double energy = new Quantities(point).amount("energy", dimension, example);
            point.done();
            long before = points.isEmpty() ? 0 : points.get(points.size() - 1).capacityBytes();
            if (capacity <= before && point.isSound()) {
                item.refuse("this capacity is not above the one before", "SRAM points ascend by capacity", "");
            }
            points.add(new EnergyTable.SramPoint(capacity, energy));
        }
        return points;
    }

    private Map<Operand, Double> scratchpad() {
        Map<Operand, Double> energies = new EnumMap<>(Operand.class);
        root.findSection("scratchpad").ifPresent(section -> {
            for (Operand operand : List.of(Operand.INPUT, Operand.WEIGHT, Operand.PARTIAL_SUM)) {
                find(section, operand.key()).ifPresent(energy -> energies.put(operand, energy));
            }
            section.done();
        });
        return energies;
    }

    private double energy(String key) {
        return new Quantities(root).amount(key, dimension, example);
    }

    private OptionalDouble find(Section section, String key) {
        return section.has(key)
                ? OptionalDouble.of(new Quantities(section).amount(key, dimension, example))
                : OptionalDouble.empty();
    }
}
