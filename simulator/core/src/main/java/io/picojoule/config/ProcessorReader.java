package io.picojoule.config;

import io.picojoule.config.document.Dimension;
import io.picojoule.config.document.Quantities;
import io.picojoule.config.document.Section;
import io.picojoule.hardware.DeviceClass;
import io.picojoule.hardware.KernelLibrary;
import io.picojoule.hardware.MachineIdentity;
import io.picojoule.hardware.NumberType;
import io.picojoule.hardware.PowerRange;
import io.picojoule.hardware.Processor;
import io.picojoule.hardware.ProcessorMemory;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code kind: processor}. */
final class ProcessorReader {
    static final int MOST_CORES = 65_536;
    static final int MOST_LANES = 65_536;
    static final int MOST_MACS = 4096;
    static final Map<String, DeviceClass> CLASSES = new LinkedHashMap<>();
    static final Map<String, NumberType> TYPES = new LinkedHashMap<>();
    static final Map<String, Boolean> ZERO_WEIGHTS = new LinkedHashMap<>();

    static {
        for (DeviceClass deviceClass : DeviceClass.values()) {
            CLASSES.put(deviceClass.key(), deviceClass);
        }
        for (NumberType type : NumberType.values()) {
            TYPES.put(type.key(), type);
        }
        ZERO_WEIGHTS.put("compute", false);
        ZERO_WEIGHTS.put("skip", true);
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
        int lanes = lanes(cores);
        Map<NumberType, Integer> rates = rates();
        NumberType precision = precision(rates);
        long registers = quantities.bytes("registers", "256 KiB");
        Optional<ProcessorMemory> memory = ProcessorMemoryReader.read(root);
        Optional<KernelLibrary> library = KernelLibraryReader.read(root, memory, cores);
        boolean skips = root.choiceOr("zero-weights", ZERO_WEIGHTS, false);
        Optional<PowerRange> power = power();
        Set<String> fuses = CommonReader.fuses(root);
        String energy = CommonReader.energyTable(root, presets);
        root.done();
        return memory.isEmpty() || library.isEmpty() || power.isEmpty() || identity.isEmpty() || !root.isSound()
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
                        library.get(),
                        skips,
                        power.get(),
                        fuses,
                        energy));
    }

    private int lanes(int cores) {
        int lanes = root.whole("lanes", 1, MOST_LANES, "128");
        if ((long) cores * lanes > Processor.MOST_LANES) {
            root.find("lanes")
                    .ifPresent(value -> value.refuse(
                            cores + " cores would have " + (long) cores * lanes + " lanes",
                            "at most " + Processor.MOST_LANES + " in all are wanted",
                            "128"));
        }
        return lanes;
    }

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

    private Optional<PowerRange> power() {
        Section section = root.section("power");
        Quantities quantities = new Quantities(section);
        double idle = quantities.amount("idle", Dimension.POWER, "15 W") / 1e3;
        double limit = quantities.amount("limit", Dimension.POWER, "250 W") / 1e3;
        section.done();
        if (section.isSound() && limit <= idle) {
            section.find("limit").ifPresent(value -> value.refuse("a power above the idle one is wanted", "250 W"));
        }
        return section.build(() -> new PowerRange(idle, limit));
    }
}
