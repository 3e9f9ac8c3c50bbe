package io.picojoule.config;

import io.picojoule.config.document.Quantities;
import io.picojoule.config.document.Section;
import io.picojoule.hardware.Buses;
import io.picojoule.hardware.Interconnect;
import io.picojoule.hardware.MachineIdentity;
import io.picojoule.hardware.MemoryHierarchy;
import io.picojoule.hardware.ProcessingElement;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.hardware.Streaming;
import io.picojoule.hardware.VectorUnit;
import io.picojoule.hardware.ZeroInputs;
import io.picojoule.workload.Operand;
import io.picojoule.workload.WordWidths;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code kind: spatial-array}. */
final class SpatialArrayReader {
    static final int LARGEST_SIDE = 65_536;
    private static final Pattern INTEGER_PRECISION = Pattern.compile("int([1-9]|[1-5][0-9]|6[0-4])");
    static final List<String> DATAFLOWS = List.of(
            "row-stationary",
            "weight-stationary",
            "output-stationary",
            "output-stationary-soc-mop",
            "output-stationary-moc-mop",
            "output-stationary-moc-sop",
            "input-stationary",
            "no-local-reuse",
            "custom");

    private final Section root;

    private final Presets presets;

    private SpatialArrayReader(Section root, Presets presets) {
        this.root = root;
        this.presets = presets;
    }

    static Optional<SpatialArray> read(Section root, Presets presets, Optional<MachineIdentity> identity) {
        return new SpatialArrayReader(root, presets).read(identity);
    }

    private Optional<SpatialArray> read(Optional<MachineIdentity> identity) {
        long clock = new Quantities(root).hertz("clock");
        Section array = root.section("array");
        int rows = array.whole("rows", 1, LARGEST_SIDE, "12");
        int columns = array.whole("columns", 1, LARGEST_SIDE, "14");
        Interconnect interconnect = array.choice("interconnect", Keys.INTERCONNECTS);
        String dataflow = root.choice("dataflow", Keys.of(DATAFLOWS));
        Streaming streaming = StreamingReader.read(root, array, dataflow, interconnect);
        array.done();
        Optional<WordWidths> words = words();
        Map<Operand, Integer> precision = precision(words);
        Optional<ProcessingElement> element = processingElement(words);
        Optional<Buses> buses = interconnect == Interconnect.SYSTOLIC ? edges(rows, columns) : buses();
        Optional<MemoryHierarchy> memory = MemoryReader.read(root.section("memory"));
        Optional<VectorUnit> vectorUnit = CommonReader.vectorUnit(root);
        Set<String> fuses = CommonReader.fuses(root);
        String energy = CommonReader.energyTable(root, presets);
        Map<String, String> mappings = mappings();
        root.done();
        return words.isEmpty() || element.isEmpty() || buses.isEmpty() || memory.isEmpty() || identity.isEmpty()
                ? Optional.empty()
                : root.build(() -> new SpatialArray(
                        identity.get(),
                        clock,
                        rows,
                        columns,
                        interconnect,
                        dataflow,
                        words.get(),
                        words.get().with(precision),
                        element.get(),
                        buses.get(),
                        memory.get(),
                        streaming,
                        vectorUnit,
                        fuses,
                        energy,
                        mappings));
    }

    private Optional<WordWidths> words() {
        Section section = root.section("word");
        Quantities bits = new Quantities(section);
        int input = bits.bits("input", WordBits.WIDEST);
        int weight = bits.bits("weight", WordBits.WIDEST);
        int partialSum = bits.bits("partial-sum", WordBits.WIDEST);
        int output = bits.bits("output", WordBits.WIDEST);
        section.done();
        return section.build(() -> new WordWidths(input, weight, partialSum, output));
    }

    private Map<Operand, Integer> precision(Optional<WordWidths> words) {
        Map<Operand, Integer> precision = WordBits.read(root, "precision");
        precision.forEach((operand, bits) -> {
            if (words.isPresent() && bits > words.get().bits(operand)) {
                WordBits.valueOf(root, "precision", operand)
                        .refuse(SpatialArray.tooWideValue(operand, bits, words.get()), "", "");
            }
        });
        return precision;
    }

    private Optional<ProcessingElement> processingElement(Optional<WordWidths> machineWords) {
        Section section = root.section("processing-element");
        Section pads = section.section("scratchpads");
        Quantities words = new Quantities(pads);
        OptionalInt shared =
                pads.has("shared") ? OptionalInt.of(words.words("shared", 1, "256 words")) : OptionalInt.empty();
        int input = scratchpad(pads, "input", shared, "12 words");
        int weight = scratchpad(pads, "weight", shared, "224 words");
        int partialSum = scratchpad(pads, "partial-sum", shared, "24 words");
        pads.done();
        int fifo = new Quantities(section).words("fifo", 0, "4 words");
        ZeroInputs zeroInputs = section.choice("zero-inputs", Keys.ZERO_INPUTS);
        NavigableMap<Integer, Integer> macsPerLaneCycle = macsPerLaneCycle(section, machineWords);
        section.done();
        return section.build(
                () -> new ProcessingElement(input, weight, partialSum, shared, fifo, zeroInputs, macsPerLaneCycle));
    }

    /** By width in bits. */
    private static NavigableMap<Integer, Integer> macsPerLaneCycle(Section element, Optional<WordWidths> words) {
        NavigableMap<Integer, Integer> macs = new TreeMap<>();
        element.findSection("macs-per-lane-cycle")
                .ifPresent(section -> section.rest().forEach((name, value) -> {
                    Matcher precision = INTEGER_PRECISION.matcher(name);
                    if (!precision.matches()) {
                        value.refuse(
                                "'" + name + "' is no precision of this machine",
                                "int1 to int64 are wanted",
                                "int8: 2");
                        return;
                    }
                    int bits = Integer.parseInt(precision.group(1));
                    int before = section.problems().count();
                    int each = (int) value.whole(1, WordBits.WIDEST, "2");
                    if (words.isPresent()
                            && section.problems().count() == before
                            && (long) bits * each
                                    > Math.min(
                                            words.get().inputBits(), words.get().weightBits())) {
                        value.refuse(SpatialArray.tooManyValues(bits, each, words.get()), "", "");
                    }
                    macs.put(bits, each);
                }));
        return macs;
    }

    private static int scratchpad(Section pads, String operand, OptionalInt shared, String example) {
        return shared.isPresent() && !pads.has(operand)
                ? shared.getAsInt()
                : new Quantities(pads).words(operand, 1, example);
    }

    /** A systolic array is fed at its edges; buses that the file has all the same, for another interconnect, must be right. */
    private Optional<Buses> edges(int rows, int columns) {
        if (root.has("buses")) {
            return buses().map(unused -> Buses.edges(rows, columns));
        }
        return Optional.of(Buses.edges(rows, columns));
    }

    private Optional<Buses> buses() {
        Section section = root.section("buses");
        Quantities words = new Quantities(section);
        int input = words.wordsPerCycle("input");
        int weight = words.wordsPerCycle("weight");
        int in = words.wordsPerCycle("partial-sum-in");
        int out = words.wordsPerCycle("partial-sum-out");
        section.done();
        return section.build(() -> new Buses(input, weight, in, out));
    }

    private Map<String, String> mappings() {
        Map<String, String> mappings = new LinkedHashMap<>();
        root.findSection("mapping")
                .ifPresent(section -> section.rest()
                        .forEach((workload, value) -> mappings.put(
                                workload,
                                CommonReader.reference(
                                        root, presets, Presets.Kind.MAPPING, value, "eyeriss-alexnet"))));
        return mappings;
    }
}
