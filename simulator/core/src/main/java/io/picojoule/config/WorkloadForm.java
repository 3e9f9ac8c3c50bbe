package io.picojoule.config;

import static io.picojoule.config.schema.Form.either;
import static io.picojoule.config.schema.Form.flag;
import static io.picojoule.config.schema.Form.fraction;
import static io.picojoule.config.schema.Form.list;
import static io.picojoule.config.schema.Form.map;
import static io.picojoule.config.schema.Form.matching;
import static io.picojoule.config.schema.Form.numberUpTo;
import static io.picojoule.config.schema.Form.oneOf;
import static io.picojoule.config.schema.Form.optional;
import static io.picojoule.config.schema.Form.quantity;
import static io.picojoule.config.schema.Form.required;
import static io.picojoule.config.schema.Form.some;
import static io.picojoule.config.schema.Form.someOf;
import static io.picojoule.config.schema.Form.text;
import static io.picojoule.config.schema.Form.whole;

import io.picojoule.config.document.Dimension;
import io.picojoule.config.schema.Form;
import io.picojoule.config.schema.Form.Key;
import io.picojoule.workload.Cell;
import io.picojoule.workload.Operand;
import io.picojoule.workload.Pooling;
import io.picojoule.workload.WeightSpread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the readers of networks accept, as editors are told. */
final class WorkloadForm {
    private static final String TENSOR = "\\.np[yz]$|\\.npz#.";
    private static final Form BITS = quantity("16 bit", Dimension.SIZE);
    private static final Form DENSITY = fraction();
    private static final Form DEVIATION = numberUpTo(WeightSpread.LARGEST, 0.3);
    private static final Form SPREAD = map(
            optional(
                    "rows",
                    DEVIATION,
                    "Standard deviation of the natural logarithm of the outputs' scales. Default: 0."),
            optional("columns", DEVIATION, "The same of the inputs'. Default: 0."));
    private static final Form EXTENT = whole(1, WindowReader.LARGEST, 3);
    private static final Key BIAS = optional("bias", flag(), "Whether a bias is added. Default: true.");
    private static final Key KERNEL = required("kernel", someOf(EXTENT, 1, 2), "n or [height, width].");
    private static final Key PAD = optional(
            "pad",
            someOf(whole(0, WindowReader.LARGEST, 1), 1, 2, 4),
            "n, [height, width] or [top, bottom, left, right]. Default: 0.");
    private static final List<Key> CONVOLUTION = List.of(
            KERNEL,
            optional("stride", someOf(EXTENT, 1, 2), "n or [height, width]. Default: 1."),
            PAD,
            optional(
                    "dilation",
                    whole(1, WindowReader.MOST_DILATION, 2),
                    "Distance of neighbours in the kernel. Default: 1."),
            BIAS);
    private static final List<Key> POOL = List.of(
            KERNEL,
            required("stride", someOf(EXTENT, 1, 2), "n or [height, width]."),
            PAD,
            optional(
                    "rounding",
                    oneOf(Keys.ROUNDS_UP.keySet()),
                    "Of the size of the output; Caffe has ceil. Default: floor."));

    private static final List<Key> RECURRENT = List.of(
            required("hidden", whole(1, RecurrentReader.MOST_UNITS, 512), "Units of the state."),
            optional(
                    "steps",
                    whole(1, RecurrentReader.MOST_STEPS, 25),
                    "One after another. Default: as many as the input has."),
            optional("activation", oneOf(Keys.ACTIVATIONS.keySet()), "Of the new state. Default: tanh."),
            BIAS);
    private static final Key STATE = optional(
            "input",
            oneOf(Keys.STARTS_STATE.keySet()),
            "Whether the input is a sequence or the first state. Default: sequence.");
    private static final Key THROUGH = optional(
            "through",
            whole(1, RecurrentReader.MOST_UNITS, 256),
            "Units of a layer that the state goes through and comes back from, as in a bidirectional associative memory.");

    private WorkloadForm() {}

    static Form.Keys document() {
        Form shape = shape();
        return map(
                required("name", text("AlexNet"), "What tables and reports call it."),
                optional("description", text("ImageNet classification"), "A line for lists."),
                optional("source", text("NeurIPS 2012"), "Where the network is from."),
                optional("notes", some(text("Without its pools")), "Sentences that every result of it carries."),
                optional(
                        "input",
                        shape,
                        "The shape of one input. May be missing where the first layer has an input-shape."),
                optional(
                        CodeBitsReader.KEY,
                        map(
                                optional(CodeBitsReader.CONV, BITS, "Of the codes of convolutions. Default: 8 bit."),
                                optional(
                                        CodeBitsReader.FULLY_CONNECTED,
                                        BITS,
                                        "Of the codes of other layers. Default: 5 bit."),
                                optional(CodeBitsReader.INDEX, BITS, "Of relative indices. Default: 4 bit.")),
                        "What Deep Compression takes for a weight, 1 to 16 bit."),
                required("layers", list(layer(shape)), "In the order in which they run."));
    }

    private static Form shape() {
        return map(
                        optional("channels", whole(1, ShapeReader.MOST_CHANNELS, 3), "Of an image."),
                        optional("height", whole(1, ShapeReader.LARGEST_SIDE, 224), "Of an image."),
                        optional("width", whole(1, ShapeReader.LARGEST_SIDE, 224), "Of an image."),
                        optional("features", whole(1, ShapeReader.MOST_CHANNELS, 784), "Of an input that is no image."),
                        optional(
                                "steps",
                                whole(1, RecurrentReader.MOST_STEPS, 25),
                                "Vectors of a sequence of such inputs. Default: 1."))
                .withEither(List.of("channels", "height", "width"), List.of("features"));
    }

    private static Form layer(Form shape) {
        Form widths = map(List.of(Operand.values()).stream()
                .map(operand -> optional(operand.key(), BITS, "Of each " + operand.key() + "."))
                .toArray(Key[]::new));
        return map(
                        required("name", text("conv1"), "The paper's."),
                        required("kind", oneOf(kinds().keySet()), "What it computes."),
                        optional("inputs", some(text("conv1")), "Layers above, or 'input'. Default: the layer above."),
                        optional(
                                "input-shape",
                                shape,
                                "Of an input of its own, in place of what another layer makes: read from DRAM as the network's is."),
                        optional("input-density", DENSITY, "Fraction of the inputs that is not zero."),
                        optional("weight-density", DENSITY, "Fraction of the weights that is not zero."),
                        optional(
                                "weight-spread",
                                SPREAD,
                                "How unequal in scale the weights of outputs and of inputs are."),
                        optional("output-density", DENSITY, "After the activation function, before pooling."),
                        optional("word", either(BITS, widths), "Bits of a word, where they are not the machine's."),
                        optional(
                                "weights",
                                matching(TENSOR, "conv1.npy"),
                                "A tensor [filters, channels / groups, rows, columns]; of an archive, x.npz#array."),
                        optional("activations", matching(TENSOR, "image.npy"), "A tensor [channels, rows, columns]."))
                .byKind(kinds());
    }

    /** The keys that layers of each kind have of their own. */
    private static Map<String, List<Key>> kinds() {
        Map<String, List<Key>> kinds = new LinkedHashMap<>();
        Key filters = required("filters", whole(1, LayerReader.MOST_OUTPUTS, 96), "Output channels.");
        Key groups =
                optional("groups", whole(1, LayerReader.MOST_GROUPS, 2), "Of channels that do not mix. Default: 1.");
        kinds.put(LayerReader.CONV, with(CONVOLUTION, filters, groups));
        kinds.put(LayerReader.DEPTHWISE, CONVOLUTION);
        kinds.put(
                LayerReader.FULLY_CONNECTED,
                List.of(
                        required("outputs", whole(1, LayerReader.MOST_OUTPUTS, 4096), "Output features."),
                        optional("per-step", flag(), "Of each vector of a sequence. Default: of all at once."),
                        BIAS));
        Form extent = whole(1, LayerReader.MOST_OUTPUTS, 64);
        kinds.put(
                LayerReader.MATMUL,
                List.of(
                        optional(
                                "m",
                                extent,
                                "Rows of the first factor; with k and n, or from the shapes of two inputs."),
                        optional("k", extent, "What is summed over."),
                        optional("n", extent, "Columns of the second factor.")));
        Keys.CELLS.forEach(
                (kind, cell) -> kinds.put(kind, cell == Cell.RNN ? with(RECURRENT, STATE, THROUGH) : RECURRENT));
        Keys.POOLS.forEach((kind, pool) -> kinds.put(kind, pool == Pooling.Kind.GLOBAL_AVERAGE ? List.of() : POOL));
        Keys.POINTWISE.keySet().forEach(kind -> kinds.put(kind, List.of()));
        kinds.put(
                LayerReader.LRN,
                List.of(required(
                        "size", whole(1, LayerReader.MOST_NEIGHBOURS, 5), "Channels that are normalised together.")));
        kinds.put(LayerReader.ADD, List.of());
        kinds.put(LayerReader.CONCAT, List.of());
        return kinds;
    }

    private static List<Key> with(List<Key> some, Key... more) {
        List<Key> all = new ArrayList<>(List.of(more));
        all.addAll(some);
        return List.copyOf(all);
    }
}
