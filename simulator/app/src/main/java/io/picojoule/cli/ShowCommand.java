package io.picojoule.cli;

import io.picojoule.config.Loaded;
import io.picojoule.config.Overrides;
import io.picojoule.report.Si;
import io.picojoule.report.TextTable;
import io.picojoule.report.TextTable.Style;
import io.picojoule.workload.Network;
import io.picojoule.workload.NetworkLayer;
import io.picojoule.workload.Shape;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pj show}: what a file or preset comes to. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = {
            "Prints what a file or preset comes to: everything inherited and overridden in place, each value with its source.",
            "What is printed is YAML and reads back the same. Networks come with a table of shapes and MACs as comments.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  pj show eyeriss",
            "  pj show alexnet",
            "  pj show eyeriss --set array.rows=24 > my-chip.yaml"
        })
final class ShowCommand implements Callable<Integer> {
    private static final int LEADING_COLUMNS = 2;

    private final Session session;

    @Parameters(
            paramLabel = "NAME|FILE",
            description = "A preset, a YAML file of any kind, or a topology of SCALE-Sim (.csv).")
    String name = "";

    @Option(names = "--set", paramLabel = "PATH=VALUE", description = "Overrides a value. May be given more than once.")
    List<String> sets = List.of();

    @Mixin
    MessageOptions messages = new MessageOptions();

    ShowCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Loaded<?> loaded = session.configurations().show(name, Overrides.parse(sets));
        if (!messages.quiet) {
            session.err().println("from " + String.join(", ", loaded.files()) + "; digest " + loaded.digest());
        }
        session.out().print(loaded.printed());
        if (loaded.value() instanceof Network network) {
            session.out()
                    .print(shapes(network)
                            .lines()
                            .map(line -> ("# " + line).stripTrailing() + "\n")
                            .collect(Collectors.joining()));
        }
        session.out().flush();
        return ExitCode.OK;
    }

    private static String shapes(Network network) {
        TextTable table = new TextTable(LEADING_COLUMNS, false);
        table.gap();
        table.row(Style.PLAIN, List.of("layer", "kind", "input", "output", "MACs", "weights"));
        for (NetworkLayer layer : network.layers()) {
            String inputs = layer.inputs().stream().map(Shape::toString).collect(Collectors.joining(" + "));
            table.row(
                    Style.PLAIN,
                    List.of(
                            layer.name(),
                            layer.layer().kind(),
                            inputs,
                            layer.output().toString(),
                            layer.macs() == 0 ? "" : Si.format(layer.macs(), ""),
                            layer.weights() == 0 ? "" : Si.format(layer.weights(), "")));
        }
        table.row(
                Style.PLAIN,
                List.of("total", "", "", "", Si.format(network.macs(), ""), Si.format(network.weights(), "")));
        return table.toString();
    }
}
