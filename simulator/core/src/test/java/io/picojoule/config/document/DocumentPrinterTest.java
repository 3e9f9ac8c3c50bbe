package io.picojoule.config.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DocumentPrinterTest {
    private static final String DOCUMENT = """
            source: "a paper, Table 1"
            clock: {value: 1 Hz, source: "a sheet,\\nline 2"}
            fifo: {value: 4 words, range: "2 words..8 words", source: assumed}
            densities: [{value: 0.5, range: .25 .. 1}]
            "odd: key": '# no comment'
            empty: ""
            nothing:
            nested: {source: mine, list: [1, "a, b", '*'], deep: {x: -5}}
            none: {}
            no-items: []
            layers:
              - {name: a/b, kernel: [3, 5]}
              - plain
              - [1, 2]
            text: |
              two
              lines "quoted" \\ here
            """;

    @Test
    void printsEachValueWithItsSource() {
        assertThat(DocumentPrinter.print(Documents.of(DOCUMENT))).isEqualTo("""
                        source: a paper, Table 1
                        clock: 1 Hz  # a sheet, line 2
                        fifo: {value: 4 words, range: 2 words .. 8 words}  # assumed
                        densities: [{value: 0.5, range: ".25 .. 1"}]
                        "odd: key": "# no comment"
                        empty: ""
                        nothing:
                        nested:
                          list: [1, "a, b", "*"]  # mine
                          deep:
                            x: "-5"  # mine
                        none: {}
                        no-items: []
                        layers:
                          - name: a/b
                            kernel: [3, 5]
                          - plain
                          - [1, 2]
                        text: "two\\nlines \\"quoted\\" \\\\ here\\n"
                        """);
    }

    @Test
    void readsBackAsTheSameDocument() {
        Mapping document = Documents.of(DOCUMENT);

        Mapping again = Documents.of(DocumentPrinter.print(document));
        assertThat(Digest.of(again)).isEqualTo(Digest.of(document));
        assertThat(RangedValue.of(again))
                .hasSameSizeAs(RangedValue.of(document))
                .hasSize(2);
    }
}
