package io.picojoule.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.picojoule.config.document.DocumentParser;
import io.picojoule.config.document.Mapping;
import io.picojoule.config.document.Origin;
import io.picojoule.config.document.Problem;
import io.picojoule.config.document.Problems;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PublishedReaderTest {
    private static final String GOOD = """
            name: A chip
            accelerator: chip
            workload: net
            batch: 4
            layers: ["conv*"]
            overrides: [clock=100 MHz]
            rows:
              - quantity: total-latency
                unit: ms
                class: calibrated
                margin: 3 %
                margins: {conv2: 8 %}
                known-gaps: {conv2: {bound: 20 %, cause: it is known}}
                source: a paper
                published: {conv1: 16.5, conv2: 1.084e1, total: 27.34}
              - {quantity: active-PEs, unit: PE, class: goal, margin: equal, source: a paper, published: {conv1: 154}}
            """;

    private final Problems problems = new Problems();

    private PublishedCase read(String text) {
        Origin origin = Origin.of("case.yaml");
        Mapping document =
                (Mapping) DocumentParser.parse(origin, text, problems).orElseThrow();
        return PublishedReader.read("case", document, problems).get(0);
    }

    private String messages() {
        return problems.sorted().stream().map(Problem::toString).collect(Collectors.joining("\n"));
    }

    @Test
    void readsACase() {
        PublishedCase published = read(GOOD);
        assertThat(messages()).isEmpty();
        assertThat(published.batch()).isEqualTo(4);
        assertThat(published.overrides()).containsExactly("clock=100 MHz");
        assertThat(published.rows()).hasSize(4);
        PublishedRow second = published.rows().get(1);
        assertThat(second.layer()).isEqualTo("conv2");
        assertThat(second.published()).isEqualTo(10.84);
        assertThat(second.margin()).isEqualTo(0.08);
        assertThat(second.evidence()).isEqualTo(EvidenceClass.CALIBRATED);
        assertThat(second.knownGap()).contains(new PublishedRow.KnownGap(0.2, "it is known"));
        assertThat(published.rows().get(3).margin()).isZero();
        assertThat(published.covers("conv7")).isTrue();
        assertThat(published.covers("fc7")).isFalse();
    }

    @Test
    void reportsEverythingThatIsWrongAtOnce() {
        read(GOOD.replace("total-latency", "total-latencie")
                .replace("margin: 3 %", "margin: 3")
                .replace("conv1: 16.5", "conv1: fast")
                .replace("class: goal", "class: dream")
                .replace("batch: 4", "batsch: 4"));
        assertThat(messages())
                .contains("did you mean 'total-latency'?")
                .contains("per cent, or the word equal, is wanted")
                .contains("a number is wanted")
                .contains("\"dream\" is not known here")
                .contains("unknown key 'batsch'; did you mean 'batch'?");
    }

    private static final String OF_WEIGHTS = """
            workload: net
            rows:
              - {quantity: huffman-size, unit: "%", class: goal, margin: 15 %, source: a paper, published: {conv1: 20.5}}
            """;

    @Test
    void sizesOfWeightsTakeNoMachine() {
        assertThat(read(OF_WEIGHTS).isOfCompression()).isTrue();
        assertThat(messages()).isEmpty();
        read("accelerator: chip\nbatch: 4\n" + OF_WEIGHTS);
        assertThat(messages())
                .contains("accelerator: sizes of compressed weights do not depend on it; no 'accelerator' is wanted")
                .contains("batch: sizes of compressed weights do not depend on it");
    }

    @Test
    void figuresOfRunsTakeAMachine() {
        read(GOOD.replace("accelerator: chip\n", ""));
        assertThat(messages()).contains("accelerator: is missing; an accelerator is wanted");
    }

    @Test
    void figuresInAnotherUnitAreRefused() {
        read(GOOD.replace("unit: ms", "unit: s"));
        assertThat(messages()).contains("ms is wanted");
    }
}
