package io.picojoule.report.html.comparison;

import static org.assertj.core.api.Assertions.assertThat;

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
                .contains("share of the machine", "Energies have no common unit", "id=\"conv-delay\"")
                .doesNotContain("id=\"conv-edp\"");
        assertThat(page).doesNotContain("share of the machine");
    }

    @Test
    void aComparisonOfNothingIsAPageToo() {
        assertThat(ComparisonPage.of(SampleComparisons.nothing()))
                .contains("Nothing is compared: no layer ran on any machine.", "<h2>Layers</h2>")
                .doesNotContain("<h2>CONV layers</h2>", "<svg");
    }
}
