package io.picojoule.cli;

import io.picojoule.compression.CompressedLayer;
import io.picojoule.compression.Compressor;
import io.picojoule.config.Configurations;
import io.picojoule.config.Globs;
import io.picojoule.config.Loaded;
import io.picojoule.config.Overrides;
import io.picojoule.config.document.Assignment;
import io.picojoule.config.document.Problem;
import io.picojoule.config.document.Problems;
import io.picojoule.validation.PublishedCase;
import io.picojoule.workload.LayerWeights;
import io.picojoule.workload.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A compression with everything it needs loaded and checked.
 *
 * @param network the layers whose weights are compressed
 */
record CompressPlan(Arguments arguments, Loaded<Network> workload, Network network, long seed) {
    /** A compression as the user asks for it. Options count before {@code --set run.KEY=VALUE}. */
    record Arguments(String workload, List<String> layers, List<String> sets, Optional<String> seed) {
        static Arguments of(PublishedCase published) {
            return new Arguments(published.workload(), published.layers(), published.overrides(), Optional.empty());
        }
    }

    /** Loads everything. All that is wrong with any of it is told at once. */
    static CompressPlan load(Arguments arguments, Configurations configurations) {
        Overrides overrides = Overrides.parse(arguments.sets());
        Problems problems = new Problems();
        overrides.accelerator().forEach(set -> refuse(set, problems));
        OptionReader options = new OptionReader(problems);
        List<String> globs = options.split(
                "--layers",
                arguments.layers().isEmpty() ? overrides.run().layers() : arguments.layers(),
                "names of layers with commas between are wanted",
                "conv*");
        long seed = arguments
                .seed()
                .map(text -> options.whole("--seed", text, 0, RunPlan.LARGEST_SEED, "1"))
                .orElse(overrides.run().seed().orElse(1));
        Optional<Loaded<Network>> workload =
                RunPlan.attempt(problems, () -> configurations.workload(arguments.workload(), overrides.workload()));
        Optional<Network> network =
                workload.flatMap(each -> RunPlan.attempt(problems, () -> Globs.only(each.value(), globs)));
        problems.throwIfAny();
        return new CompressPlan(arguments, workload.orElseThrow(), network.orElseThrow(), seed);
    }

    private static void refuse(Assignment set, Problems problems) {
        problems.add(new Problem(
                set.place(),
                "",
                "this sets a value of a machine, and weights are compressed without one",
                "workload.PATH=VALUE is wanted",
                "workload.compression.index='5 bit'"));
    }

    boolean hasWeights() {
        return network.layers().stream().anyMatch(LayerWeights::has);
    }

    List<CompressedLayer> compress(Progress progress) {
        return Compressor.compress(network, seed, progress::compressed);
    }

    /** The command line that makes the same result. */
    String command() {
        List<String> words = new ArrayList<>(List.of("pj", "compress", arguments.workload()));
        if (!arguments.layers().isEmpty()) {
            words.addAll(List.of("--layers", String.join(",", arguments.layers())));
        }
        arguments.seed().ifPresent(text -> words.addAll(List.of("--seed", text)));
        arguments.sets().forEach(set -> words.addAll(List.of("--set", set)));
        return CommandText.of(words);
    }
}
