package io.picojoule.report;

import io.picojoule.mapping.Mapping;
import io.picojoule.mapping.MappingSummary;
import io.picojoule.mapping.RowStationary;
import io.picojoule.simulation.LayerResult;
import io.picojoule.workload.LoopNest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Mappings as the YAML that {@code --mapping} reads, to be given back. */
public final class MappingFile {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_./-]*");

    private final String name;
    private final String description;
    private final String command;
    private final Map<String, String> byLayer = new LinkedHashMap<>();

    /**
     * A file without mappings.
     *
     * @param command that makes the file again
     */
    public MappingFile(String name, String description, String command) {
        this.name = name;
        this.description = description;
        this.command = command;
    }

    /** The mappings of a run. */
    public static String of(Report report) {
        MappingFile file = new MappingFile(
                report.run().network().name() + " on " + report.run().machine().name(),
                "the mappings of a run at batch " + report.run().batch(),
                report.provenance().command());
        report.run().layers().forEach(layer -> file.add(layer, List.of()));
        return file.toString();
    }

    /** The mapping of a layer, if it has one, for it and for others like it. */
    public void add(LayerResult layer, List<String> alike) {
        layer.mapping().ifPresent(mapping -> {
            String text = text(layer, mapping);
            byLayer.put(layer.name(), text);
            alike.forEach(other -> byLayer.put(other, text));
        });
    }

    private static String text(LayerResult layer, Mapping mapping) {
        if (!MappingSummary.isRowStationary(mapping)) {
            return "\n    loops: |\n"
                    + mapping.toString().stripTrailing().indent(6).stripTrailing();
        }
        String parameters = RowStationary.parameters(mapping).toString();
        LoopNest nest = layer.layer().loopNest(1).orElseThrow();
        // Only a flattened layer has lost its kernel.
        boolean isFlattened = mapping.nest().r() != nest.r() || mapping.nest().s() != nest.s();
        return isFlattened ? parameters.substring(0, parameters.length() - 1) + ", flattened: true}" : parameters;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append("name: ").append(quoted(name)).append('\n');
        text.append("description: ").append(quoted(description)).append('\n');
        text.append("source: ").append(quoted(command)).append('\n');
        text.append(byLayer.isEmpty() ? "layers: {}\n" : "layers:\n");
        byLayer.forEach((layer, mapping) -> text.append("  ")
                .append(PLAIN.matcher(layer).matches() ? layer : quoted(layer))
                .append(mapping.startsWith("\n") ? ":" : ": ")
                .append(mapping)
                .append('\n'));
        return text.toString();
    }

    /** What YAML does not take as it is, or takes for the end of a line, is written as its number. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char each : text.toCharArray()) {
            switch (Character.getType(each)) {
                case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                    quoted.append(String.format(Locale.ROOT, "\\u%04X", (int) each));
                default ->
                    quoted.append(each == '"' || each == '\\' ? "\\" : "").append(each);
            }
        }
        return quoted.append('"').toString();
    }
}
