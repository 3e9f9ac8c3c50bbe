package io.picojoule.config;

import static io.picojoule.config.schema.Form.flag;
import static io.picojoule.config.schema.Form.fraction;
import static io.picojoule.config.schema.Form.map;
import static io.picojoule.config.schema.Form.matching;
import static io.picojoule.config.schema.Form.numberUpTo;
import static io.picojoule.config.schema.Form.oneOf;
import static io.picojoule.config.schema.Form.optional;
import static io.picojoule.config.schema.Form.quantity;
import static io.picojoule.config.schema.Form.required;
import static io.picojoule.config.schema.Form.share;
import static io.picojoule.config.schema.Form.some;
import static io.picojoule.config.schema.Form.whole;

import io.picojoule.config.document.Dimension;
import io.picojoule.config.schema.Form;
import io.picojoule.config.schema.Form.Key;
import io.picojoule.hardware.Cache;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the reader of processors accepts beside what all machines have, as editors are told. */
final class ProcessorForm {
    private static final Form RATE = quantity(Dimension.RATE);
    private static final Form TILE = matching("^" + KernelLibraryReader.TILE + "$", "128x64");

    private ProcessorForm() {}

    static List<Key> keys() {
        return List.of(
                required("class", oneOf(ProcessorReader.CLASSES.keySet()), "What sort of device it is."),
                required("cores", whole(1, ProcessorReader.MOST_CORES, 24), "Of a GPU: streaming multiprocessors."),
                required("lanes", whole(1, ProcessorReader.MOST_LANES, 128), "Multipliers of 32 bits in a core."),
                required(
                        "macs-per-lane-cycle",
                        map(ProcessorReader.TYPES.keySet().stream()
                                .map(type -> optional(
                                        type, whole(1, ProcessorReader.MOST_MACS, 1), "MACs of a lane in a cycle."))
                                .toArray(Key[]::new)),
                        "By type of number; what is left out cannot be computed with."),
                optional(
                        "precision",
                        oneOf(ProcessorReader.TYPES.keySet()),
                        "The type that networks are computed in. Default: the first there is."),
                required("registers", quantity("256 KiB", Dimension.SIZE), "Of a core."),
                required("caches", caches(), "Nearest first; the last is shared by all cores."),
                required("dram", dram(), "Off the chip."),
                optional("launch", quantity(Dimension.TIME), "From one kernel to the next. Default: 0 us."),
                optional("algorithm", oneOf(choices()), "How convolutions are computed. Default: best."),
                optional(
                        "algorithms",
                        some(oneOf(KernelLibraryReader.ALGORITHMS.keySet())),
                        "Those that the library has, of which 'best' is the fastest. Default: all."),
                required("matrix-product", matrixProduct(), "How the library multiplies matrices."),
                optional(
                        "vector-product",
                        map(
                                optional(
                                        "core-rate",
                                        quantity(Dimension.WORD_RATE),
                                        "Most weights that a core takes, however narrow. Default: no limit."),
                                optional("efficiency", share(), "Share of DRAM bandwidth that it reaches.")),
                        "A matrix and one vector."),
                optional("sparse-product", sparseProduct(), "A matrix in compressed rows, and vectors."),
                optional(
                        "zero-weights",
                        oneOf(ProcessorReader.ZERO_WEIGHTS.keySet()),
                        "Compute with those of pruned products, or skip them. Default: compute."),
                optional(
                        "groups",
                        oneOf(KernelLibraryReader.GROUPS.keySet()),
                        "Those of a convolution are one kernel, or one each. Default: together."),
                optional(
                        "bias",
                        oneOf(KernelLibraryReader.BIASES.keySet()),
                        "Added on the way, or by a kernel of its own. Default: fused."),
                optional(
                        "area",
                        quantity(Dimension.AREA),
                        "Of the die. Gives inferences a second per square millimetre."),
                required(
                        "power",
                        map(
                                required("idle", quantity("15 W", Dimension.POWER), "With nothing to do."),
                                required("limit", quantity("250 W", Dimension.POWER), "That it holds by itself.")),
                        "At least, and at most."));
    }

    private static List<String> choices() {
        List<String> choices = new ArrayList<>(List.of(KernelLibraryReader.BEST));
        choices.addAll(KernelLibraryReader.ALGORITHMS.keySet());
        return choices;
    }

    private static Form caches() {
        Form cache = map(
                required("capacity", quantity("3 MiB", Dimension.SIZE), "Of one."),
                required("bandwidth", RATE, "Of all of them together."),
                optional("sector", quantity("32 B", Dimension.SIZE), "Comes at once. Default: 64 B."));
        return map(Arrays.stream(Cache.Place.values())
                .map(place -> optional(place.key(), cache, "On the chip."))
                .toArray(Key[]::new));
    }

    private static Form dram() {
        return map(
                required("bandwidth", RATE, "Both directions together."),
                optional("efficiency", share(), "Share of it that reads get. Default: 1."),
                optional("write-efficiency", share(), "Share of it that writes get. Default: that of reads."),
                optional(
                        "resident",
                        some(oneOf(MemoryReader.COMPRESSED.keySet())),
                        "What stays on the chip from layer to layer and never crosses."),
                optional("core-bandwidth", RATE, "What one core alone can draw. Default: all."));
    }

    private static Form matrixProduct() {
        return map(
                required("tiles", some(TILE), "What a core computes at once; also turned on their side."),
                optional("register-tile", TILE, "What of a tile is kept in registers. Default: 8x8."),
                optional(
                        "edges",
                        oneOf(KernelLibraryReader.EDGES.keySet()),
                        "A tile at the edge takes as long as a whole one, or is cut to register tiles. Default: whole."),
                optional("depth", whole(1, KernelLibraryReader.DEEPEST, 8), "Of a step. Default: 8."),
                optional("step-latency", quantity(Dimension.CYCLES), "That a core waits in each step. Default: 0."),
                optional("tile-latency", quantity(Dimension.CYCLES), "To begin a tile and to write it. Default: 0."),
                optional("issue-efficiency", share(), "Multiplications among instructions. Default: 1."),
                optional(
                        "gather-efficiency",
                        share(),
                        "The same where windows are gathered. Default: that of other products."),
                optional(
                        "packing-bandwidth",
                        RATE,
                        "At which weights are laid out before they are multiplied. Default: they lie so already."),
                optional(
                        "splits-below",
                        fraction(),
                        "Share of cores; with fewer tiles the inner dimension is split. Default: 0.25."));
    }

    private static Form sparseProduct() {
        Form cycles = numberUpTo(KernelLibraryReader.MOST_CYCLES, 1.5);
        return map(
                optional("cores", whole(1, ProcessorReader.MOST_CORES, 1), "That it runs on. Default: all."),
                optional("cycles-per-nonzero", cycles, "To decode a weight. Default: 0."),
                optional("cycles-per-mac", cycles, "For each vector. Default: 0."),
                optional("efficiency", share(), "Share of the read bandwidth that is left. Default: 1."),
                optional("gathers", flag(), "Whether each input comes in a sector of its own. Default: false."));
    }
}
