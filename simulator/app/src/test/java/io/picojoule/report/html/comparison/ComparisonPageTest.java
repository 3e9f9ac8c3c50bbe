package io.picojoule.report.html.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.picojoule.report.comparison.Comparison;
import io.picojoule.report.comparison.SampleComparisons;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ComparisonPageTest {
    private final String page = ComparisonPage.of(SampleComparisons.withNone());

    @Test
    void hasItsSectionsAndCharts() {
        assertThat(page)
                .startsWith("<!DOCTYPE html>")
                .contains("<h2>Overview</h2>", "<h2>CONV layers</h2>", "<h2>FC layers</h2>", "<h2>Layers</h2>")
                .contains("<h2>Machines</h2>", "<h2>Reproduce</h2>")
                .contains("id=\"conv-energy-by-level\"", "id=\"conv-energy-by-data\"", "id=\"conv-dram\"")
                .contains("id=\"conv-delay\"", "id=\"conv-edp\"", "id=\"fully-connected-dram\"")
                .contains("Figures are per MAC", SampleComparisons.COMMAND);
    }

    @Test
    void machinesStandSideBySide() {
        assertThat(page)
                .contains("id=\"throughput\"", "id=\"inferences-per-joule\"", "id=\"throughput-per-dollar\"")
                .contains("Speed-up against chip", "Efficiency against chip", "id=\"rooflines-chart\"")
                .contains("id=\"time-by-kind\"", "id=\"bandwidth-bound\"")
                .contains("none · did not run", "<td>65 nm</td><td>2016</td><td>$ 10</td>")
                .contains("No unit for pool1. ");
        assertThat(SampleComparisons.mixed().hasPrices()).isTrue();
        assertThat(ComparisonPage.of(SampleComparisons.mixed()))
                .contains("normalised · no joules are known", "Nothing to show: no common unit.");
    }

    @Test
    void aPageOfSeveralBatchesHasABarForEachAndLinksToTheOthers() {
        Comparison four = SampleComparisons.two();
        String both = ComparisonPage.of(
                four, List.of(new BatchPage(four, "../b4/x"), new BatchPage(SampleComparisons.ofBatch(8), "../b8/x")));
        assertThat(both)
                .contains("<strong aria-current=\"page\">4</strong>", "<a href=\"../b8/x\">8</a>")
                .doesNotContain("../b4/x")
                .contains("batch 4", "batch 8")
                .contains("The batches are not over the same layers: 4 (2 layers), 8 (3 layers).");
        assertThat(page).doesNotContain("Batches of this comparison");
    }

    @Test
    void energiesAtANodeStandBesideThePricedOnes() {
        assertThat(ComparisonPage.of(SampleComparisons.atNode()))
                .contains("<h2>Energy at one node</h2>", "Normalised to 45 nm", "as priced", "left out", "assumed");
        assertThat(page).doesNotContain("Energy at one node");
    }

    @Test
    void saysWhatAssumedValuesDo() {
        assertThat(ComparisonPage.of(SampleComparisons.withRange()))
                .contains("<h2>What assumed values do to the answer</h2>", "240 MB/s .. 1 GB/s", "+100.0 %")
                .contains("does not run all layers", "assumed: &lt;script&gt;")
                .doesNotContain("<script>alert");
        assertThat(page).doesNotContain("What assumed values do");
    }

    @Test
    void delaysThatAreFarApartStandOnALogarithmicAxis() {
        String near = "chip · 1.00 ×";
        assertThat(page).contains(near);
        assertThat(ComparisonPage.of(SampleComparisons.farApart()))
                .contains("id=\"conv-delay\"")
                .doesNotContain(near);
    }

    @Test
    void escapesNamesOfMachines() {
        assertThat(ComparisonPage.of(SampleComparisons.hostile()))
                .doesNotContain("<script>alert")
                .contains("&lt;script&gt;alert(1)");
    }

    @Test
    void escapesWhateverComesFromFiles() {
        assertThat(page).doesNotContain("<script>alert").contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    @Test
    void needsNothingButItself() {
        assertThat(page).doesNotContain("src=", "@import", "url(http", "<link");
        assertThat(page.replace("http://www.w3.org/", "")).doesNotContain("http://", "https://");
    }

    @Test
    void idsAreUnique() {
        List<String> ids = Pattern.compile("\\sid=\"([^\"]*)\"")
                .matcher(page)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        assertThat(ids).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void sameRunsSameBytes() {
        assertThat(ComparisonPage.of(SampleComparisons.withNone())).isEqualTo(page);
    }

    @Test
    void saysWhatIsLeftOutForWhom() {
        assertThat(page)
                .contains("Compared over 2 of 4 layers: those that 2 of 3 machines ran.")
                .contains("Left out for all: fc6, which does not fit chip.")
                .contains("none ran; conv1: weights of 72.0 MiB &gt; 8 KiB");
    }

    @Test
    void withoutACommonUnitOnlySharesOfEnergyAreShown() {
        assertThat(ComparisonPage.of(SampleComparisons.mixed()))
                .contains("share of the machine's energy", "Energies have no common unit", "id=\"conv-delay\"")
                .doesNotContain("id=\"conv-edp\"");
        assertThat(page).doesNotContain("share of the machine's energy");
    }

    @Test
    void aComparisonOfNothingIsAPageToo() {
        assertThat(ComparisonPage.of(SampleComparisons.nothing()))
                .contains("Nothing is compared: no layer ran on any machine.", "<h2>Layers</h2>")
                .doesNotContain("<h2>CONV layers</h2>", "<svg");
    }
}
