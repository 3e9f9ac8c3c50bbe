package io.picojoule.config;

import io.picojoule.config.document.Dimension;
import io.picojoule.config.document.Quantities;
import io.picojoule.config.document.Section;
import io.picojoule.config.document.Value;
import io.picojoule.hardware.ConvolutionAlgorithm;
import io.picojoule.hardware.KernelLibrary;
import io.picojoule.hardware.KernelTile;
import io.picojoule.hardware.MatrixKernels;
import io.picojoule.hardware.ProcessorMemory;
import io.picojoule.hardware.SparseKernels;
import io.picojoule.hardware.VectorKernels;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the kernels of a processor: {@code launch}, {@code algorithm}, {@code matrix-product} and the like. */
final class KernelLibraryReader {
    static final String TILE = "[1-9][0-9]{0,4}x[1-9][0-9]{0,4}";
    static final int DEEPEST = 4096;
    static final int MOST_CYCLES = 1000;
    static final Map<String, Boolean> EDGES = new LinkedHashMap<>();
    static final Map<String, Boolean> BIASES = new LinkedHashMap<>();
    static final Map<String, Boolean> GROUPS = new LinkedHashMap<>();
    static final String BEST = "best";
    static final Map<String, ConvolutionAlgorithm> ALGORITHMS = new LinkedHashMap<>();
    private static final int USUAL_DEPTH = 8;
    private static final double USUAL_SPLIT = 0.25;
    private static final KernelTile USUAL_REGISTERS = new KernelTile(8, 8);

    static {
        for (ConvolutionAlgorithm algorithm : ConvolutionAlgorithm.values()) {
            ALGORITHMS.put(algorithm.key(), algorithm);
        }
        BIASES.put("fused", false);
        BIASES.put("kernel", true);
        GROUPS.put("together", false);
        GROUPS.put("apart", true);
        EDGES.put("whole", false);
        EDGES.put("cut", true);
    }

    private KernelLibraryReader() {}

    static Optional<KernelLibrary> read(Section root, Optional<ProcessorMemory> memory, int cores) {
        double launch = root.has("launch")
                ? new Quantities(root).amount("launch", Dimension.TIME, Dimension.TIME.example())
                : 0;
        Set<ConvolutionAlgorithm> algorithms = algorithms(root);
        boolean apart = root.choiceOr("groups", GROUPS, false);
        boolean bias = root.choiceOr("bias", BIASES, false);
        Optional<MatrixKernels> matrix = matrix(root.section("matrix-product"));
        double usual = memory.map(ProcessorMemory::readEfficiency).orElse(1.0);
        Optional<VectorKernels> vector = root.findSection("vector-product")
                .map(section -> vector(section, usual))
                .orElse(Optional.of(new VectorKernels(usual, Integer.MAX_VALUE)));
        Optional<SparseKernels> sparse = root.findSection("sparse-product")
                .map(section -> sparse(section, cores))
                .orElse(Optional.of(new SparseKernels(cores, 0, 0, 1, false)));
        return matrix.isEmpty() || vector.isEmpty() || sparse.isEmpty()
                ? Optional.empty()
                : root.build(() ->
                        new KernelLibrary(launch, algorithms, apart, bias, matrix.get(), vector.get(), sparse.get()));
    }

    private static Optional<VectorKernels> vector(Section section, double usual) {
        double efficiency = Shares.read(section, "efficiency", usual);
        int words = section.has("core-rate") ? new Quantities(section).wordsPerCycle("core-rate") : Integer.MAX_VALUE;
        section.done();
        return section.build(() -> new VectorKernels(efficiency, words));
    }

    /** One algorithm; or the best of those that the library has, which is any where none are named. */
    private static Set<ConvolutionAlgorithm> algorithms(Section root) {
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

    private static Optional<MatrixKernels> matrix(Section section) {
        Quantities quantities = new Quantities(section);
        List<KernelTile> tiles = new ArrayList<>();
        section.require("tiles", "a list of tiles", "[128x128, 128x64]").ifPresent(value -> {
            value.items().forEach(item -> tiles.add(tile(item)));
            if (tiles.isEmpty() && section.isSound()) {
                value.refuse("at least one tile is wanted", "[128x128, 128x64]");
            }
        });
        KernelTile registers =
                section.find("register-tile").map(KernelLibraryReader::tile).orElse(USUAL_REGISTERS);
        boolean cuts = section.choiceOr("edges", EDGES, false);
        int depth = section.wholeOr("depth", USUAL_DEPTH, 1, DEEPEST, "8");
        long step = section.has("step-latency") ? quantities.cycles("step-latency") : 0;
        long tile = section.has("tile-latency") ? quantities.cycles("tile-latency") : 0;
        double issue = Shares.read(section, "issue-efficiency", 1);
        double gather = Shares.read(section, "gather-efficiency", issue);
        long packing = section.has("packing-bandwidth") ? quantities.bytesPerSecond("packing-bandwidth") : 0;
        double splits = section.find("splits-below").map(Value::fraction).orElse(USUAL_SPLIT);
        section.done();
        return section.build(
                () -> new MatrixKernels(tiles, registers, cuts, depth, step, tile, issue, gather, packing, splits));
    }

    private static KernelTile tile(Value value) {
        String text = value.text("128x64");
        if (!text.matches(TILE)) {
            value.refuse("rows, an x and columns are wanted", "128x64");
            return USUAL_REGISTERS;
        }
        int x = text.indexOf('x');
        return new KernelTile(Integer.parseInt(text.substring(0, x)), Integer.parseInt(text.substring(x + 1)));
    }

    private static Optional<SparseKernels> sparse(Section section, int allCores) {
        int cores = Math.min(allCores, section.wholeOr("cores", allCores, 1, ProcessorReader.MOST_CORES, "1"));
        double perNonZero = cycles(section, "cycles-per-nonzero");
        double perMac = cycles(section, "cycles-per-mac");
        double efficiency = Shares.read(section, "efficiency", 1);
        boolean gathers = section.flagOr("gathers", false);
        section.done();
        return section.build(() -> new SparseKernels(cores, perNonZero, perMac, efficiency, gathers));
    }

    private static double cycles(Section section, String key) {
        return section.find(key)
                .map(value -> value.numberUpTo(MOST_CYCLES, "1.5"))
                .orElse(0.0);
    }
}
