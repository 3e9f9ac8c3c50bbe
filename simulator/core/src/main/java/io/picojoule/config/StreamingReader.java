package io.picojoule.config;

import io.picojoule.config.document.Section;
import io.picojoule.config.document.Value;
import io.picojoule.hardware.CustomLoops;
import io.picojoule.hardware.Interconnect;
import io.picojoule.hardware.LayerTiling;
import io.picojoule.hardware.Streaming;
import io.picojoule.mapping.Axis;
import io.picojoule.mapping.StreamRule;
import io.picojoule.workload.Dimension;
import io.picojoule.workload.Operand;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads what only arrays have past which words stream: {@code stationary-buffers}, {@code tiling}, {@code loops}. */
final class StreamingReader {
    static final String CUSTOM = "custom";
    static final Map<String, LayerTiling> TILINGS = new LinkedHashMap<>();

    static final Map<String, Optional<Operand>> STATIONARY = new LinkedHashMap<>();
    static final String AXIS = "[ncmpqrs](\\.[ncmpqrs])*";

    static {
        for (LayerTiling tiling : LayerTiling.values()) {
            TILINGS.put(tiling.key(), tiling);
        }
        STATIONARY.put("input", Optional.of(Operand.INPUT));
        STATIONARY.put("weight", Optional.of(Operand.WEIGHT));
        STATIONARY.put("output", Optional.of(Operand.OUTPUT));
        STATIONARY.put("none", Optional.empty());
    }

    private StreamingReader() {}

    /** @param array the section {@code array} of the document {@code root} */
    static Streaming read(Section root, Section array, String dataflow, Interconnect interconnect) {
        int buffers = array.wholeOr("stationary-buffers", 1, 1, 2, "2");
        if (buffers == 2 && interconnect != Interconnect.SYSTOLIC) {
            array.find("stationary-buffers")
                    .ifPresent(value -> value.refuse(
                            "only a systolic array loads ahead, and this one is " + interconnect.key(),
                            "1 is wanted",
                            ""));
        }
        LayerTiling tiling = root.choiceOr("tiling", TILINGS, LayerTiling.BUFFERS);
        Optional<Section> loops =
                dataflow.equals(CUSTOM) ? Optional.of(root.section("loops")) : root.findSection("loops");
        Optional<CustomLoops> custom = loops.flatMap(StreamingReader::loops);
        if (!dataflow.equals(CUSTOM) && root.has("loops")) {
            root.find("loops")
                    .ifPresent(value -> value.refuse(
                            "loops are written out, and the dataflow is " + dataflow,
                            "'dataflow: custom' is wanted",
                            ""));
        }
        return new Streaming(buffers == 2, tiling, custom);
    }

    private static Optional<CustomLoops> loops(Section section) {
        List<List<Dimension>> rows = axes(section, "rows", "[c.r.s]");
        List<List<Dimension>> columns = axes(section, "columns", "[m]");
        List<Dimension> stream =
                section.find("stream").map(value -> axis(value, "n.p.q")).orElse(List.of());
        List<Dimension> passes =
                section.find("passes").map(value -> axis(value, "r.s")).orElse(List.of());
        Optional<Operand> stationary = section.choice("stationary", STATIONARY);
        section.done();
        return section.build(() -> {
            CustomLoops loops = new CustomLoops(rows, columns, stream, passes, stationary);
            new StreamRule(
                    CUSTOM,
                    rows.stream().map(Axis::new).toList(),
                    columns.stream().map(Axis::new).toList(),
                    new Axis(stream),
                    new Axis(passes),
                    stationary);
            return loops;
        });
    }

    private static List<List<Dimension>> axes(Section section, String key, String example) {
        List<List<Dimension>> axes = new ArrayList<>();
        section.find(key).ifPresent(value -> value.items().forEach(item -> axes.add(axis(item, example))));
        return axes;
    }

    /** Letters with points between them. */
    private static List<Dimension> axis(Value value, String example) {
        String text = value.text(example);
        if (!text.matches(AXIS)) {
            value.refuse("letters of n m c p q r s with points between them are wanted, the outermost first", example);
            return List.of();
        }
        List<Dimension> dimensions = new ArrayList<>();
        for (String letter : text.split("\\.")) {
            dimensions.add(Dimension.valueOf(letter.toUpperCase(Locale.ROOT)));
        }
        return dimensions;
    }
}
