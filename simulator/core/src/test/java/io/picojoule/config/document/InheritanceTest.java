package io.picojoule.config.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InheritanceTest {

    @Test
    void mapsAreMergedKeyByKeyAndListsReplaced() {
        assertThat(merged("a: 1\nb: {c: 2, d: 3}\ne: [1, 2]\n", "b: {d: 4, f: 5}\ne: [9]\n"))
                .isEqualTo("a: 1\nb:\n  c: 2\n  d: 4\n  f: 5\ne: [9]\n");
    }

    @Test
    void layersAreMergedByName() {
        assertThat(merged(
                        "layers:\n- {name: a, k: 1}\n- {name: b, k: 2}\n",
                        "layers:\n- {name: c, k: 3}\n- {name: b, m: 4}\n"))
                .isEqualTo("layers:\n  - name: a\n    k: 1\n  - name: b\n    k: 2\n    m: 4\n  - name: c\n    k: 3\n");
    }

    @Test
    void aValueThatIsReplacedLosesItsSource() {
        Mapping merged = Inheritance.merge(
                Documents.of("source: base\nclock: {value: 1 Hz, source: paper}\nrows: 2\n"),
                Documents.of("clock: 2 Hz\n"));

        assertThat(Documents.scalar(merged, "clock").source()).isEmpty();
        assertThat(Documents.scalar(merged, "rows").source()).isEqualTo("base");
    }

    private static String merged(String base, String over) {
        return DocumentPrinter.print(Inheritance.merge(Documents.of(base), Documents.of(over)));
    }
}
