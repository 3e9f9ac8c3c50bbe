package io.picojoule.config.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

/** Documents from text, for tests. */
final class Documents {
    static final Origin ORIGIN = new Origin.File(Path.of("x.yaml"), "x.yaml");

    private Documents() {}

    static Mapping of(String text) {
        Problems problems = new Problems();
        Node root = DocumentParser.parse(ORIGIN, text, problems).orElseThrow();
        assertThat(problems.sorted()).isEmpty();
        return (Mapping) root;
    }

    static Scalar scalar(Mapping mapping, String key) {
        return (Scalar) mapping.value(key).orElseThrow();
    }
}
