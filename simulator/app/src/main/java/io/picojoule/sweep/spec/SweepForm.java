package io.picojoule.sweep.spec;

import static io.picojoule.config.schema.Form.either;
import static io.picojoule.config.schema.Form.list;
import static io.picojoule.config.schema.Form.map;
import static io.picojoule.config.schema.Form.matching;
import static io.picojoule.config.schema.Form.oneOf;
import static io.picojoule.config.schema.Form.optional;
import static io.picojoule.config.schema.Form.required;
import static io.picojoule.config.schema.Form.some;
import static io.picojoule.config.schema.Form.text;
import static io.picojoule.config.schema.Form.whole;

import io.picojoule.config.schema.Form;
import java.util.List;

/** What the reader of sweeps accepts, as editors are told. */
public final class SweepForm {
    private static final String ENDS = "\\.\\.";

    private SweepForm() {}

    public static Form.Keys document() {
        return map(
                optional("name", text("Buffers of Eyeriss"), "For people; commands use the name of the file."),
                optional("description", text("What a larger buffer buys"), "A line for lists."),
                optional("source", text("ISCA 2016, Fig. 15"), "Where the idea, or the figure, is from."),
                optional("notes", some(text("Areas are of storage alone")), "What a reader should know."),
                optional("accelerator", text("eyeriss"), "A preset or a file. May be missing where it is an axis."),
                optional("workloads", some(text("alexnet")), "Presets or files; every point runs all of them."),
                optional("workload", some(text("alexnet")), "The same."),
                optional("run", run(), "What 'pj run' takes as options."),
                required("axes", map().andOthers(axis()), "What varies: paths as --set has them, with their values."),
                optional(
                        "where",
                        some(text("array.rows * array.columns <= 512")),
                        "What points must meet: comparisons of axes, values of the machine, and area."),
                optional("sample", sample(), "How points are chosen. Default: grid, all of them."),
                optional(
                        "objectives",
                        map(required("minimise", some(text("joules")), "Measures that are to be small.")),
                        "What the Pareto front is of. Default: joules and seconds."));
    }

    private static Form run() {
        return map(
                optional("batch", whole(1, 1_000_000, 4), "Inferences that run together. Default: 1."),
                optional("layers", some(text("conv*")), "Layers that run. Default: all."),
                optional("mapping", text("search"), "As --mapping has it."),
                optional("objective", text("energy"), "As --objective has it."),
                optional("energy", text("45nm"), "As --energy has it."),
                optional("engine", oneOf(List.of("fast", "detailed")), "As --engine has it."),
                optional("seed", whole(0, SweepReader.LARGEST_SEED, 1), "As --seed has it."));
    }

    private static Form axis() {
        return either(
                some(text("54 KiB")),
                list(list(text("input"))),
                list(map().andOthers(some(text("8")))),
                map(
                        required("range", matching(ENDS, "8..32"), "From the first to the last."),
                        optional("step", text("4"), "From each to the next. Default: 1.")),
                map(
                        required("log-range", matching(ENDS, "0.5 GB/s .. 16 GB/s"), "From the first to the last."),
                        required("points", whole(2, RangeValues.MOST_VALUES, 6), "How many, in equal ratios.")),
                map(required(
                        AxisReader.TOGETHER,
                        list(map(optional(AxisReader.LABEL, text("64 PEs"), "What tables and pictures call it."))
                                .andOthers(some(text("8")))),
                        "Maps of paths, all of which are set at once.")));
    }

    private static Form sample() {
        return either(
                oneOf(List.of("grid")),
                map(
                        required("method", oneOf(SweepReader.METHODS), "How."),
                        optional("points", whole(1, SweepReader.MOST_POINTS, 1000), "How many points are drawn."),
                        optional("generations", whole(1, SweepReader.MOST_GENERATIONS, 50), "Of nsga2."),
                        optional("population", whole(2, SweepReader.MOST_POPULATION, 100), "Of nsga2."),
                        optional("seed", whole(0, SweepReader.LARGEST_SEED, 1), "Default: 1.")));
    }
}
