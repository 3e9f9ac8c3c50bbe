package io.picojoule.cli;

import io.picojoule.search.Objective;
import io.picojoule.timing.Engine;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What decides a run, beside what runs on what. */
class SettingOptions {
    @Option(
            names = "--batch",
            paramLabel = "N",
            description = "Inferences that run together; several, with commas between, make a run each. Default: 1.")
    List<String> batches = List.of();

    @Option(
            names = "--layers",
            paramLabel = "GLOB",
            description = "Only these layers: names, in which * matches anything, with commas between.")
    List<String> layers = List.of();

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = {
                "Overrides a value of the machine (array.rows=16), the network (workload.layers[conv1].stride=2) or the run "
                        + "(run.batch=4). May be given more than once."
            })
    List<String> sets = List.of();

    @Option(
            names = "--mapping",
            paramLabel = "FILE|search",
            description =
                    "How layers are laid over the array: a mapping file or preset, or 'search' for the best by --objective. "
                            + "Default: the machine's own for this network; search where it has none.")
    @Nullable
    String mapping;

    @Option(
            names = "--objective",
            paramLabel = "WHAT",
            converter = Words.OfObjective.class,
            completionCandidates = Words.OfObjective.class,
            description = "What the search makes small: ${COMPLETION-CANDIDATES}. Default: edp, energy times delay.")
    @Nullable
    Objective objective;

    @Option(
            names = "--budget",
            paramLabel = "TIME",
            description =
                    "How long the searches may take, all together: 10s, 500ms, 2min. Default: until each is proven.")
    @Nullable
    String budget;

    @Option(
            names = "--energy",
            paramLabel = "NAME",
            description = "Energy table, by name or file. Default: the machine's.")
    @Nullable
    String energy;

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            converter = Words.OfEngine.class,
            completionCandidates = Words.OfEngine.class,
            description = "fast, or detailed: the slow one that clocks every part and moves every word. Default: fast.")
    @Nullable
    Engine engine;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the synthetic tensors. Default: 1.")
    @Nullable
    String seed;
}
