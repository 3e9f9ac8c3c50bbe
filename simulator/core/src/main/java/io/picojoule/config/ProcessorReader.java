package io.picojoule.config;

import io.picojoule.config.document.Dimension;
import io.picojoule.config.document.Quantities;
import io.picojoule.config.document.Section;
import io.picojoule.config.document.Value;
import io.picojoule.hardware.ConvolutionAlgorithm;
import io.picojoule.hardware.DeviceClass;
import io.picojoule.hardware.MachineIdentity;
import io.picojoule.hardware.MatrixKernels;
import io.picojoule.hardware.NumberType;
import io.picojoule.hardware.PowerRange;
import io.picojoule.hardware.Processor;
import io.picojoule.hardware.ProcessorMemory;
import io.picojoule.hardware.SparseKernels;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code kind: processor}. */
final class ProcessorReader {
    static final int MOST_CORES = 65_536;
    static final int MOST_LANES = 65_536;
    static final int MOST_MACS = 4096;
    static final String BEST = "best";
    static final Map<String, DeviceClass> CLASSES = new LinkedHashMap<>();
    static final Map<String, NumberType> TYPES = new LinkedHashMap<>();
    static final Map<String, ConvolutionAlgorithm> ALGORITHMS = new LinkedHashMap<>();
    static final Map<String, Boolean> ZERO_WEIGHTS = new LinkedHashMap<>();
    static final Map<String, Boolean> BIASES = new LinkedHashMap<>();
    private static final double USUAL_LAUNCH_NANOSECONDS = 0;

    static {
        for (DeviceClass deviceClass : DeviceClass.values()) {
            CLASSES.put(deviceClass.key(), deviceClass);
        }
        for (NumberType type : NumberType.values()) {
            TYPES.put(type.key(), type);
        }
        for (ConvolutionAlgorithm algorithm : ConvolutionAlgorithm.values()) {
            ALGORITHMS.put(algorithm.key(), algorithm);
        }
        ZERO_WEIGHTS.put("compute", false);
        ZERO_WEIGHTS.put("skip", true);
        BIASES.put("fused", false);
        BIASES.put("kernel", true);
    }

    private final Section root;
    private final Presets presets;

    private ProcessorReader(Section root, Presets presets) {
        this.root = root;
        this.presets = presets;
    }

    static Optional<Processor> read(Section root, Presets presets, Optional<MachineIdentity> identity) {
        return new ProcessorReader(root, presets).read(identity);
    }

    private Optional<Processor> read(Optional<MachineIdentity> identity) {
        Quantities quantities = new Quantities(root);
        DeviceClass deviceClass = root.choice("class", CLASSES);
        long clock = quantities.hertz("clock");
        int cores = root.whole("cores", 1, MOST_CORES, "24");
        int lanes = root.whole("lanes", 1, MOST_LANES, "128");
        Map<NumberType, Integer> rates = rates();
        NumberType precision = precision(rates);
        long registers = quantities.bytes("registers", "256 KiB");
        Optional<ProcessorMemory> memory = ProcessorMemoryReader.read(root);
        double launch = root.has("launch")
                ? quantities.amount("launch", Dimension.TIME, Dimension.TIME.example())
                : USUAL_LAUNCH_NANOSECONDS;
        Set<ConvolutionAlgorithm> algorithms = algorithms();
        Optional<MatrixProducts> products = MatrixProductReader.read(root, memory, cores);
        boolean bias = root.choiceOr("bias", BIASES, false);
        boolean skips = root.choiceOr("zero-weights", ZERO_WEIGHTS, false);
        Optional<PowerRange> power = power();
        Set<String> fuses = CommonReader.fuses(root);
        String energy = CommonReader.energyTable(root, presets);
        root.done();
        return memory.isEmpty() || products.isEmpty() || power.isEmpty() || identity.isEmpty() || !root.isSound()
                ? Optional.empty()
                : root.build(() -> new Processor(
                        identity.get(),
                        deviceClass,
                        clock,
                        cores,
                        lanes,
                        rates,
                        precision,
                        registers,
                        memory.get(),
                        launch,
                        algorithms,
                        products.get().matrix(),
                        products.get().vectorEfficiency(),
                        products.get().sparse(),
                        bias,
                        skips,
                        power.get(),
                        fuses,
                        energy));
    }

    /** What the kernels of a library are like. */
    record MatrixProducts(MatrixKernels matrix, double vectorEfficiency, SparseKernels sparse) {}

    private Map<NumberType, Integer> rates() {
        Section section = root.section("macs-per-lane-cycle");
        Map<NumberType, Integer> rates = new EnumMap<>(NumberType.class);
        TYPES.forEach((key, type) -> {
            if (section.has(key)) {
                rates.put(type, section.whole(key, 1, MOST_MACS, "1"));
            }
        });
        section.done();
        if (rates.isEmpty() && section.isSound()) {
            root.find("macs-per-lane-cycle")
                    .ifPresent(value -> value.refuse("at least one type of number is wanted", "{fp32: 1}"));
        }
        return rates;
    }

    /** The first that there is, unless one is named. */
    private NumberType precision(Map<NumberType, Integer> rates) {
        NumberType usual = rates.keySet().stream().findFirst().orElse(NumberType.FP32);
        NumberType precision = root.choiceOr("precision", TYPES, usual);
        if (!rates.isEmpty() && !rates.containsKey(precision)) {
            root.find("precision")
                    .ifPresent(value -> value.refuse(
                            Processor.noMacs(precision),
                            "one of those under macs-per-lane-cycle is wanted",
                            usual.key()));
        }
        return precision;
    }

    /** One algorithm; or the best of those that the library has, which is any where none are named. */
    private Set<ConvolutionAlgorithm> algorithms() {
        Optional<Value> named = root.find("algorithms");
        Set<ConvolutionAlgorithm> library =
                root.choices("algorithms", ALGORITHMS).orElse(EnumSet.allOf(ConvolutionAlgorithm.class));
        if (named.isPresent() && library.isEmpty()) {
            named.get().refuse("at least one algorithm is wanted", "[direct, fft]");
        }
        Map<String, Optional<ConvolutionAlgorithm>> choices = new LinkedHashMap<>();
        choices.put(BEST, Optional.empty());
        ALGORITHMS.forEach((key, algorithm) -> choices.put(key, Optional.of(algorithm)));
        return root.choiceOr("algorithm", choices, Optional.empty())
                .map(Set::of)
                .orElse(library);
    }

    private Optional<PowerRange> power() {
        Section section = root.section("power");
        Quantities quantities = new Quantities(section);
        double idle = quantities.amount("idle", Dimension.POWER, "15 W") / 1e3;
        double limit = quantities.amount("limit", Dimension.POWER, "250 W") / 1e3;
        section.done();
        return section.build(() -> new PowerRange(idle, limit));
    }
}
