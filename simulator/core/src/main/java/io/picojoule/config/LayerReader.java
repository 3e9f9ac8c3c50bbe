package io.picojoule.config;

import io.picojoule.config.document.Names;
import io.picojoule.config.document.Section;
import io.picojoule.config.document.Value;
import io.picojoule.workload.Addition;
import io.picojoule.workload.Cell;
import io.picojoule.workload.Concatenation;
import io.picojoule.workload.Convolution;
import io.picojoule.workload.DepthwiseConvolution;
import io.picojoule.workload.FullyConnected;
import io.picojoule.workload.Layer;
import io.picojoule.workload.LayerCommon;
import io.picojoule.workload.LocalResponseNormalization;
import io.picojoule.workload.MatrixProduct;
import io.picojoule.workload.Network;
import io.picojoule.workload.Padding;
import io.picojoule.workload.Pointwise;
import io.picojoule.workload.Pooling;
import io.picojoule.workload.StepwiseProduct;
import io.picojoule.workload.Window;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads one layer. */
final class LayerReader {
    static final int MOST_OUTPUTS = 100_000_000;
    static final int MOST_GROUPS = 1_000_000;
    static final int MOST_NEIGHBOURS = 10_000;
    static final String CONV = "conv";
    static final String DEPTHWISE = "depthwise-conv";
    static final String FULLY_CONNECTED = "fully-connected";
    static final String LRN = "lrn";
    static final String ADD = "add";
    static final String CONCAT = "concat";
    static final String MATMUL = "matmul";
    private static final List<String> KINDS = kinds();

    private final Section section;
    private final Collection<String> above;

    /**
     * @param above names of the layers above, which may be its inputs
     */
    LayerReader(Section section, Collection<String> above) {
        this.section = section;
        this.above = above;
    }

    Optional<Layer> read() {
        Optional<Value> kind = section.require("kind", "a kind of layer", CONV);
        String name = kind.map(value -> value.oneOf(KINDS)).orElse("");
        Optional<LayerCommon> common = new LayerCommonReader(section).read();
        checkInputs();
        if (kind.isEmpty() || common.isEmpty() || !kind.get().written().equals(name)) {
            return Optional.empty();
        }
        Optional<Layer> layer = read(name, common.get());
        section.done();
        return layer;
    }

    private Optional<Layer> read(String kind, LayerCommon common) {
        if (Keys.POINTWISE.containsKey(kind)) {
            return section.build(
                    () -> new Pointwise(common, Keys.POINTWISE.getOrDefault(kind, Pointwise.Function.RELU)));
        }
        if (Keys.POOLS.containsKey(kind)) {
            return pooling(common, Keys.POOLS.getOrDefault(kind, Pooling.Kind.MAX));
        }
        Cell cell = Keys.CELLS.get(kind);
        if (cell != null) {
            return new RecurrentReader(section).read(cell, common);
        }
        return switch (kind) {
            case CONV -> convolution(common);
            case DEPTHWISE -> depthwise(common);
            case FULLY_CONNECTED -> fullyConnected(common);
            case MATMUL -> matrixProduct(common);
            case LRN -> {
                int size = section.whole("size", 1, MOST_NEIGHBOURS, "5");
                yield section.build(() -> new LocalResponseNormalization(common, size));
            }
            case ADD -> section.build(() -> new Addition(common));
            default -> section.build(() -> new Concatenation(common));
        };
    }

    private Optional<Layer> convolution(LayerCommon common) {
        int filters = section.whole("filters", 1, MOST_OUTPUTS, "96");
        Optional<Window> window = new WindowReader(section).convolution();
        int groups = section.wholeOr("groups", 1, 1, MOST_GROUPS, "2");
        boolean bias = section.flagOr("bias", true);
        return window.flatMap(each -> section.build(() -> new Convolution(common, filters, each, groups, bias)));
    }

    private Optional<Layer> depthwise(LayerCommon common) {
        Optional<Window> window = new WindowReader(section).convolution();
        boolean bias = section.flagOr("bias", true);
        return window.flatMap(each -> section.build(() -> new DepthwiseConvolution(common, each, bias)));
    }

    private Optional<Layer> fullyConnected(LayerCommon common) {
        int outputs = section.whole("outputs", 1, MOST_OUTPUTS, "4096");
        boolean perStep = section.flagOr("per-step", false);
        boolean bias = section.flagOr("bias", true);
        return section.build(() -> perStep
                ? new StepwiseProduct(common, FULLY_CONNECTED, outputs, bias)
                : new FullyConnected(common, outputs, bias));
    }

    private Optional<Layer> matrixProduct(LayerCommon common) {
        if (!section.has("m") && !section.has("k") && !section.has("n")) {
            return section.build(() -> new MatrixProduct(common, Optional.empty()));
        }
        int m = section.whole("m", 1, MOST_OUTPUTS, "64");
        int k = section.whole("k", 1, MOST_OUTPUTS, "512");
        int n = section.whole("n", 1, MOST_OUTPUTS, "64");
        return section.build(() -> new MatrixProduct(common, Optional.of(new MatrixProduct.Size(m, k, n))));
    }

    private Optional<Layer> pooling(LayerCommon common, Pooling.Kind kind) {
        if (kind == Pooling.Kind.GLOBAL_AVERAGE) {
            Window fromImage = new Window(1, 1, 1, 1, Padding.NONE, 1);
            return section.build(() -> new Pooling(common, kind, fromImage, false));
        }
        Optional<Window> window = new WindowReader(section).pooling();
        boolean roundUp = section.choiceOr("rounding", Keys.ROUNDS_UP, false);
        return window.flatMap(each -> section.build(() -> new Pooling(common, kind, each, roundUp)));
    }

    private void checkInputs() {
        for (Value input : section.find("inputs").map(Value::items).orElse(List.of())) {
            String name = input.written();
            if (!name.isEmpty() && !above.contains(name) && !name.equals(Network.INPUT)) {
                input.refuse("no layer above is called '" + name + "'", Names.hint(name, above), "");
            }
        }
    }

    private static List<String> kinds() {
        List<String> kinds = new ArrayList<>(List.of(CONV, DEPTHWISE, FULLY_CONNECTED, MATMUL));
        kinds.addAll(Keys.CELLS.keySet());
        kinds.addAll(Keys.POOLS.keySet());
        kinds.addAll(Keys.POINTWISE.keySet());
        kinds.addAll(List.of(LRN, ADD, CONCAT));
        return List.copyOf(kinds);
    }
}
