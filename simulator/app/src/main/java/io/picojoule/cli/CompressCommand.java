package io.picojoule.cli;

import io.picojoule.compression.CompressedLayer;
import io.picojoule.config.Configurations;
import io.picojoule.report.compression.Compression;
import io.picojoule.report.compression.CompressionCsv;
import io.picojoule.report.compression.CompressionJson;
import io.picojoule.report.compression.CompressionTable;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pj compress}: what the weights of a network take in compressed formats. */
@Command(
        name = "compress",
        mixinStandardHelpOptions = true,
        description = {
            "Prunes the weights of a network, lets them share a few values and Huffman-codes them (Deep Compression), and tells the size "
                    + "of each layer in this and other formats, beside published sizes where there are any.",
            "",
            "Weights are those of the files that layers name (weights: x.npy, x.npz#array), else seeded normal ones of the layer's "
                    + "weight-spread. Those of the largest magnitudes are kept, as many as its weight-density says.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  pj compress alexnet-compressed",
            "  pj compress lenet5 --set workload.layers[ip1].weight-density=0.08 --set workload.compression.index='5 bit'",
            "  pj compress vgg16-compressed --layers 'fc*' --format csv"
        })
final class CompressCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "WORKLOAD", description = "A network: a preset or a YAML file.")
    String workload = "";

    @Option(
            names = "--layers",
            paramLabel = "GLOB",
            description = "Only these layers: names, in which * matches anything, with commas between.")
    List<String> layers = List.of();

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description =
                    "Overrides a value of the network (workload.compression.index='5 bit'). May be given more than once.")
    List<String> sets = List.of();

    @Option(names = "--seed", paramLabel = "N", description = "Seed of weights that no file holds. Default: 1.")
    @Nullable
    String seed;

    @Mixin
    OutputOptions output = new OutputOptions();

    CompressCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Configurations configurations = session.configurations();
        CompressPlan plan = CompressPlan.load(
                new CompressPlan.Arguments(workload, layers, sets, Optional.ofNullable(seed)), configurations);
        if (!plan.hasWeights()) {
            session.err().println("pj: no layer of " + plan.network().name() + " that is asked for has weights");
            return ExitCode.USAGE;
        }
        List<CompressedLayer> compressed;
        try (Progress progress = new Progress(session, output.quiet, 1)) {
            progress.begin(plan.network().name());
            compressed = plan.compress(progress);
        }
        Compression compression = new Compression(
                plan.network(),
                plan.seed(),
                Main.Version.number(),
                plan.workload().digest(),
                plan.command(),
                compressed,
                new Published(configurations).beside(plan, compressed));
        output.print(
                session,
                () -> CompressionTable.of(compression, output.colour(session)),
                () -> CompressionJson.of(compression),
                () -> CompressionCsv.of(compression));
        return ExitCode.OK;
    }
}
