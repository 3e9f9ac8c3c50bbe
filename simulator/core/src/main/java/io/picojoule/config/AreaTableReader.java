package io.picojoule.config;

import io.picojoule.area.AreaTable;
import io.picojoule.area.LogLogCurve;
import io.picojoule.config.document.Dimension;
import io.picojoule.config.document.Mapping;
import io.picojoule.config.document.Problems;
import io.picojoule.config.document.Quantities;
import io.picojoule.config.document.Section;
import io.picojoule.config.document.Value;
import io.picojoule.hardware.FeatureSize;
import io.picojoule.hardware.Interconnect;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An area document to a table, in square micrometres at its node. */
final class AreaTableReader {
    static final List<Integer> INTEGER_BITS = List.of(1, 2, 4, 8, 16, 32, 64);
    static final String INTEGER = "int";
    static final int MOST_LAYOUT = 100;
    static final String ENGINE = "sparse-engine";

    /** A multiplier has a cell for each pair of bits, an adder one for each bit, a memory one for each. */
    private static final double SQUARE = 2;

    private static final double LINEAR = 1;
    private static final String EXAMPLE = "282 um2";
    private static final String POINT = "{capacity: 4 KiB, area: 41420 um2}";

    private final Section root;

    private AreaTableReader(Section root) {
        this.root = root;
    }

    static Optional<AreaTable> read(Mapping document, Problems problems) {
        return new AreaTableReader(Section.of(document, problems)).table();
    }

    private Optional<AreaTable> table() {
        String name = root.text("name", "45 nm");
        String description = root.textOr("description", "");
        String source = root.textOr("source", "");
        Optional<FeatureSize> technology = technology();
        Optional<LogLogCurve> multiplier = byBits("multiplier", SQUARE);
        Optional<LogLogCurve> adder = byBits("adder", LINEAR);
        double layout = root.require("layout", "a number", "2.4")
                .map(value -> value.numberUpTo(MOST_LAYOUT, "2.4"))
                .orElse(1.0);
        Optional<LogLogCurve> memory = memory();
        Section control = root.section("control");
        Map<Interconnect, Double> byInterconnect = new EnumMap<>(Interconnect.class);
        Keys.INTERCONNECTS.forEach((key, interconnect) -> byInterconnect.put(interconnect, area(control, key)));
        double engineControl = area(control, ENGINE);
        control.done();
        double vectorLane = area(root, "vector-lane");
        root.done();
        return technology.isEmpty() || multiplier.isEmpty() || adder.isEmpty() || memory.isEmpty()
                ? Optional.empty()
                : root.build(() -> new AreaTable(
                        name,
                        description,
                        source,
                        technology.get(),
                        multiplier.get(),
                        adder.get(),
                        layout,
                        memory.get(),
                        byInterconnect,
                        engineControl,
                        vectorLane));
    }

    private Optional<FeatureSize> technology() {
        Optional<Value> value = root.require("technology", Dimension.LENGTH.words(), Dimension.LENGTH.example());
        String text = new Quantities(root).lengthOr("technology", "");
        Optional<FeatureSize> size = FeatureSize.of(text);
        if (size.isEmpty() && root.isSound()) {
            value.ifPresent(wrong -> wrong.refuse("a plain number of nm or um is wanted", Dimension.LENGTH.example()));
        }
        return size;
    }

    private Optional<LogLogCurve> byBits(String key, double outside) {
        Section section = root.section(key);
        List<LogLogCurve.Point> points = new ArrayList<>();
        for (int bits : INTEGER_BITS) {
            if (section.has(INTEGER + bits)) {
                positive(section, INTEGER + bits, INTEGER + bits)
                        .ifPresent(area -> points.add(new LogLogCurve.Point(bits, area)));
            }
        }
        section.done();
        if (points.isEmpty() && section.isSound()) {
            root.find(key)
                    .ifPresent(value -> value.refuse(
                            "there is no width of integers", "at least one is wanted", "int8: " + EXAMPLE));
        }
        return points.isEmpty() ? Optional.empty() : section.build(() -> new LogLogCurve(points, outside));
    }

    private Optional<LogLogCurve> memory() {
        List<LogLogCurve.Point> points = new ArrayList<>();
        Optional<Value> list = root.require("memory", "a list of capacities and areas", "[" + POINT + "]");
        for (Value item : list.map(Value::items).orElse(List.of())) {
            Section section = item.section(POINT);
            long capacity = new Quantities(section).bytes("capacity", "4 KiB");
            Optional<Double> area = positive(section, "area", "area");
            section.done();
            double before = points.isEmpty() ? 0 : points.get(points.size() - 1).size();
            if (section.isSound() && capacity <= before) {
                item.refuse("this capacity is not above the one before", "points of memory ascend by capacity", "");
            } else if (section.isSound()) {
                area.ifPresent(each -> points.add(new LogLogCurve.Point(capacity, each)));
            }
        }
        if (points.isEmpty() && root.isSound()) {
            list.ifPresent(value -> value.refuse("there is no point", "at least one is wanted", "[" + POINT + "]"));
        }
        return points.isEmpty() ? Optional.empty() : root.build(() -> new LogLogCurve(points, LINEAR));
    }

    /** An area above 0: a curve on log-log paper has no other. */
    private static Optional<Double> positive(Section section, String key, String example) {
        double area = area(section, key);
        if (area == 0 && section.isSound()) {
            section.find(key).ifPresent(value -> value.refuse("an area above 0 is wanted", example + ": " + EXAMPLE));
        }
        return area > 0 ? Optional.of(area) : Optional.empty();
    }

    private static double area(Section section, String key) {
        return new Quantities(section).amount(key, Dimension.AREA, EXAMPLE);
    }
}
