package io.picojoule.cli;

import io.picojoule.config.Forms;
import io.picojoule.config.schema.Form;
import io.picojoule.config.schema.JsonSchema;
import io.picojoule.report.JsonTree;
import io.picojoule.sweep.spec.SweepForm;
import io.picojoule.validation.PublishedForm;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code pj schema}: what YAML files may say, for editors. */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        description = {
            "Writes JSON Schemas of the YAML files to DIR: editors then complete keys and words, and mark mistakes.",
            "",
            "A file names its schema in a comment at its top:  # yaml-language-server: $schema=DIR/accelerator.schema.json",
            ""
        },
        footer = {"", "Examples:", "  pj schema schemas"})
final class SchemaCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(
            paramLabel = "DIR",
            converter = PathConverter.class,
            description = "Where to; files of the same names are replaced, others stay.")
    Path directory = Path.of("");

    @Mixin
    MessageOptions messages = new MessageOptions();

    SchemaCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Path folder = session.workingDirectory().resolve(directory);
        Map<String, String> schemas = schemas();
        try (ResultFiles files = new ResultFiles()) {
            files.prepare(folder, schemas.keySet().toArray(String[]::new));
            schemas.forEach((name, text) -> files.write(folder.resolve(name), text));
            files.publish();
        }
        if (!messages.quiet) {
            session.err().println("wrote " + String.join(", ", schemas.keySet()) + " to " + directory);
        }
        return ExitCode.OK;
    }

    /** Texts of the files by their names. */
    static Map<String, String> schemas() {
        Map<String, String> schemas = new LinkedHashMap<>();
        add(schemas, "accelerator", "A machine, as 'pj run' takes it.", Forms.accelerator());
        add(schemas, "workload", "A network, as 'pj run' takes it.", Forms.workload());
        add(schemas, "energy", "What each action costs, as '--energy' takes it.", Forms.energyTable());
        add(
                schemas,
                "area",
                "What each part takes on a die, as 'area-table' of a machine names it.",
                Forms.areaTable());
        add(schemas, "mapping", "How layers are laid over an array, as '--mapping' takes it.", Forms.mapping());
        add(schemas, "sweep", "What varies in a design space, as 'pj sweep' takes it.", SweepForm.document());
        add(schemas, "validation", "Published figures, as 'pj validate' takes them.", PublishedForm.document());
        return schemas;
    }

    private static void add(Map<String, String> schemas, String kind, String description, Form.Keys form) {
        schemas.put(kind + ".schema.json", JsonTree.of(JsonSchema.of("Picojoule: " + kind, description, form)));
    }
}
