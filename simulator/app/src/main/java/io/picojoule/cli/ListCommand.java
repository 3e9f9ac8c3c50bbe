package io.picojoule.cli;

import io.picojoule.config.Configurations;
import io.picojoule.config.Configurations.Summary;
import io.picojoule.config.Preset;
import io.picojoule.config.Presets;
import io.picojoule.mapping.Dataflow;
import io.picojoule.mapping.Dataflows;
import io.picojoule.report.Csv;
import io.picojoule.report.JsonRows;
import io.picojoule.report.TextTable;
import io.picojoule.report.TextTable.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/** {@code pj list}: what can be named on a command line. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = {
            "Lists accelerators, networks, energy and area tables, mappings, sweeps, published experiments and dataflows, with where they are found.",
            "",
            "A name is looked up in configs/ and workloads/ of the current directory, then of the installation, then inside the program.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  pj list",
            "  pj list --verbose          in full, with sources",
            "  pj list --format json"
        })
final class ListCommand implements Callable<Integer> {
    private static final String DATAFLOW = "dataflow";
    private static final int NAME_COLUMN = 3;
    private static final int LONGEST = 88;

    private final Session session;

    @Mixin
    OutputOptions output = new OutputOptions();

    ListCommand(Session session) {
        this.session = session;
    }

    private record Entry(String kind, String name, String description, String source, String where) {}

    @Override
    public Integer call() {
        List<Entry> entries = entries();
        output.print(session, () -> table(entries), () -> json(entries), () -> csv(entries));
        return ExitCode.OK;
    }

    private List<Entry> entries() {
        Configurations configurations = session.configurations();
        List<Entry> entries = new ArrayList<>();
        for (Presets.Kind kind : Presets.Kind.values()) {
            for (Preset preset : configurations.presets().list(kind)) {
                Summary summary = configurations.summary(preset);
                String description = summary.description().isEmpty() ? summary.title() : summary.description();
                entries.add(new Entry(kind.words(), preset.name(), description, summary.source(), preset.where()));
            }
        }
        for (Dataflow dataflow : Dataflows.all()) {
            entries.add(new Entry(DATAFLOW, dataflow.key(), "for the 'dataflow:' of an accelerator", "", "built in"));
        }
        return entries;
    }

    private String table(List<Entry> entries) {
        TextTable table = new TextTable(NAME_COLUMN, output.colour(session));
        String kind = "";
        for (Entry entry : entries) {
            if (!entry.kind().equals(kind)) {
                if (!kind.isEmpty()) {
                    table.gap();
                }
                kind = entry.kind();
                table.row(Style.BOLD, List.of(kind + "s"));
            }
            String description = output.verbose ? entry.description() : shortened(entry.description());
            table.row(Style.PLAIN, List.of("  " + entry.name(), entry.where(), description));
            if (output.verbose && !entry.source().isEmpty()) {
                table.row(Style.DIM, List.of("", "", entry.source()));
            }
        }
        return table.toString();
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, text.lastIndexOf(' ', LONGEST - 2)) + " ...";
    }

    private static String csv(List<Entry> entries) {
        Csv csv = new Csv();
        csv.row(List.of("kind", "name", "description", "source", "where"));
        entries.forEach(entry ->
                csv.row(List.of(entry.kind(), entry.name(), entry.description(), entry.source(), entry.where())));
        return csv.toString();
    }

    private static String json(List<Entry> entries) {
        JsonRows rows = new JsonRows();
        for (Entry entry : entries) {
            rows.row()
                    .put("kind", entry.kind())
                    .put("name", entry.name())
                    .put("description", entry.description())
                    .put("source", entry.source())
                    .put("where", entry.where());
        }
        return rows.toString();
    }
}
