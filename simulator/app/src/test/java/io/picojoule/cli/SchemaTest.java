package io.picojoule.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Do the schemas say of a file what the readers say? */
class SchemaTest {
    private static final Path HOME = Path.of(System.getProperty("picojoule.home"));
    private static final Path SCHEMAS = HOME.resolve("configs/schemas");
    private static final Path BROKEN = HOME.resolve("simulator/core/src/test/resources/io/picojoule/config");
    private static final String COMMENT = "# yaml-language-server: $schema=";
    private static final Map<String, String> SCHEMA_OF =
            Map.of("machine", "accelerator", "engine", "accelerator", "processor", "accelerator");

    @TempDir
    private Path folder;

    static List<Path> shippedFiles() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String part : List.of("configs", "workloads")) {
            try (Stream<Path> all = Files.walk(HOME.resolve(part))) {
                all.filter(file -> file.toString().endsWith(".yaml")).sorted().forEach(files::add);
            }
        }
        return files;
    }

    @Test
    void theSchemasOfTheRepositoryAreThoseThatTheCommandWrites() throws IOException {
        Terminal terminal = new Terminal(folder);
        Files.writeString(folder.resolve("other.txt"), "stays");
        Files.writeString(folder.resolve("energy.schema.json"), "goes");
        assertThat(terminal.pj("schema", ".")).isZero();
        assertThat(folder.resolve("other.txt")).hasContent("stays");
        for (String name : SchemaCommand.schemas().keySet()) {
            assertThat(folder.resolve(name))
                    .as("if this differs: scripts/pj schema configs/schemas")
                    .hasSameTextualContentAs(SCHEMAS.resolve(name));
        }
    }

    @ParameterizedTest
    @MethodSource("shippedFiles")
    void everyShippedFileNamesItsSchemaAndFitsIt(Path file) throws IOException {
        String text = Files.readString(file);
        String first = text.lines().findFirst().orElse("");
        assertThat(first).startsWith(COMMENT);
        Path schema = file.resolveSibling(first.substring(COMMENT.length())).normalize();
        assertThat(schema.getParent()).isEqualTo(SCHEMAS);
        assertThat(problems(schema.getFileName().toString(), text)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(InitCommand.Kind.class)
    void templatesFitTheirSchemas(InitCommand.Kind kind) {
        // An engine is an accelerator of another kind.
        boolean isMachine = kind == InitCommand.Kind.engine || kind == InitCommand.Kind.processor;
        String schema = (isMachine ? InitCommand.Kind.accelerator : kind) + ".schema.json";
        assertThat(InitCommand.template(kind)).contains(COMMENT + "schemas/" + schema + "\n");
        assertThat(problems(schema, InitCommand.template(kind))).isEmpty();
    }

    /** But for published figures: of their sources, {@code show} makes comments. */
    @ParameterizedTest
    @MethodSource("shippedFiles")
    void whatShowPrintsFitsTheSchema(Path file) throws IOException {
        String first = Files.readString(file).lines().findFirst().orElse("");
        String schema = first.substring(first.lastIndexOf('/') + 1);
        Terminal terminal = new Terminal(folder);
        assertThat(terminal.pj("show", file.toString())).as(terminal.err()).isZero();
        List<String> problems = problems(schema, terminal.out());
        if (schema.startsWith("validation")) {
            assertThat(problems).allMatch(problem -> problem.contains("'source'"));
        } else {
            assertThat(problems).isEmpty();
        }
    }

    /** But for the cases of {@code broken-inputs.txt} that are marked by {@code ~} and the reason. */
    @Test
    void whatReadersRefuse_schemasRefuse() throws IOException {
        List<String> wronglyMarked = new ArrayList<>();
        for (String block :
                Files.readString(BROKEN.resolve("broken-inputs.txt")).split("\n## ")) {
            List<String> lines = block.lines().toList();
            if (block.startsWith("#")) {
                continue;
            }
            String kind = lines.get(1);
            String right = Files.readString(BROKEN.resolve("right-" + kind + ".yaml"));
            String whole = marked(lines, "| ");
            String text = whole.isEmpty() ? right.replace(marked(lines, "- "), marked(lines, "+ ")) : whole;
            boolean isBeyond = lines.stream().anyMatch(line -> line.startsWith("~ "));
            boolean fits = problems(SCHEMA_OF.getOrDefault(kind, kind) + ".schema.json", text)
                    .isEmpty();
            if (fits != isBeyond) {
                wronglyMarked.add(lines.get(0) + (fits ? " fits" : " does not fit"));
            }
        }
        assertThat(wronglyMarked)
                .as("cases of broken-inputs.txt that fit the schema are marked with ~ as what no schema can know")
                .isEmpty();
    }

    @Test
    void theRightDocumentsFit() throws IOException {
        for (String kind : List.of("machine", "engine", "processor", "workload", "energy", "mapping")) {
            assertThat(problems(
                            SCHEMA_OF.getOrDefault(kind, kind) + ".schema.json",
                            Files.readString(BROKEN.resolve("right-" + kind + ".yaml"))))
                    .isEmpty();
        }
    }

    private static String marked(List<String> lines, String mark) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            if (line.startsWith(mark) || line.equals(mark.strip())) {
                text.append(line.length() > 2 ? line.substring(2) : "").append('\n');
            }
        }
        return text.toString().replace("<TAB>", "\t");
    }

    /** What a validator says of a text; what is no YAML at all is a problem too. */
    private static List<String> problems(String schema, String yaml) {
        try {
            return VALIDATORS.computeIfAbsent(schema, SchemaTest::validator).validate(yaml, InputFormat.YAML).stream()
                    .map(Object::toString)
                    .toList();
        } catch (RuntimeException noYaml) {
            return List.of(String.valueOf(noYaml.getMessage()));
        }
    }

    private static final Map<String, Schema> VALIDATORS = new LinkedHashMap<>();

    private static Schema validator(String name) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaCommand.schemas().get(name), InputFormat.JSON);
    }
}
