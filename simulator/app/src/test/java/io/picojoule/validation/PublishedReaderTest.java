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

    private static final String OF_APPLICATIONS = """
            accelerator: chip
            baseline: {accelerator: chip, overrides: []}
            applications: [{workload: small, batch: 200, weight: 61}, {workload: large, batch: 8}]
            cases:
              - name: both
                overrides: [clock=100 MHz]
                rows:
                  - {quantity: speed-up, unit: x, class: goal, margin: 5 %, source: a paper, published: {small: 1, weighted-mean: 2}}
              - name: one
                workload: net
                rows:
                  - {quantity: time, unit: us, class: goal, margin: 5 %, source: a paper, published: {total: 18}}
            """;

    @Test
    void anApplicationIsARunAndABaselineOfItsOwnBatch() {
        PublishedCase published = read(OF_APPLICATIONS);
        assertThat(messages()).isEmpty();
        assertThat(published.applications())
                .containsExactly(
                        new PublishedCase.Application("small", 200, 61), new PublishedCase.Application("large", 8, 1));
        PublishedCase large = published.of(published.applications().get(1));
        assertThat(large.isOfApplications()).isFalse();
        assertThat(large.workload()).isEqualTo("large");
        assertThat(large.overrides()).containsExactly("clock=100 MHz");
        PublishedCase baseline = large.baselineCase().orElseThrow();
        assertThat(baseline.workload()).isEqualTo("large");
        assertThat(baseline.batch()).isEqualTo(8);
        assertThat(baseline.overrides()).isEmpty();
    }

    @Test
    void aCaseWithItsOwnNetworkHasNoApplications() {
        Mapping document = (Mapping) DocumentParser.parse(Origin.of("case.yaml"), OF_APPLICATIONS, problems)
                .orElseThrow();
        PublishedCase one = PublishedReader.read("case", document, problems).get(1);
        assertThat(messages()).isEmpty();
        assertThat(one.isOfApplications()).isFalse();
        assertThat(one.workload()).isEqualTo("net");
    }

    @Test
    void figuresOfNoApplicationAreRefused() {
        read(OF_APPLICATIONS
                .replace("{small: 1,", "{smal: 1,")
                .replace("workload: large", "workload: small")
                .replace("{total: 18}", "{weighted-mean: 18}"));
        assertThat(messages())
                .contains("a figure of 'smal'; one of small, small, geometric-mean and weighted-mean is wanted")
                .contains("its figures go by its name; each application once is wanted")
                .contains("a figure of 'weighted-mean'; a layer's, the total or the geometric-mean is wanted");
    }

    @Test
    void aNetworkAndApplicationsAreRefused() {
        read(OF_APPLICATIONS.replace(
                "- name: both", "- name: both\n    workload: net\n    applications: [{workload: net}]"));
        assertThat(messages())
                .contains("cases[both].applications: a workload is there too; one or the other is wanted");
    }

    @Test
    void figuresInAnotherUnitAreRefused() {
        read(GOOD.replace("unit: ms", "unit: s"));
        assertThat(messages()).contains("ms is wanted");
    }
}
