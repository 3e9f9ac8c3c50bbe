package io.picojoule.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.picojoule.report.Report;
import io.picojoule.report.SampleRuns;
import io.picojoule.simulation.LayerResult;
import io.picojoule.simulation.RunResult;
import io.picojoule.validation.SampleRows;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
    private final String page = HtmlReport.of(SampleRuns.report());

    @Test
    void hasItsSectionsAndCharts() {
        assertThat(page)
                .startsWith("<!DOCTYPE html>")
                .contains("<h2>Layers</h2>", "<h2>Energy</h2>", "<h2>Cycles</h2>", "<h2>Roofline</h2>")
                .contains("<h2>Memory traffic</h2>", "<h2>Machine</h2>", "<h2>Sources</h2>", "<h2>Reproduce</h2>")
                .contains("id=\"energy-by-component\"", "id=\"energy-by-operand\"", "id=\"cycles-by-cause\"")
                .contains("id=\"roofline-chart\"", "id=\"dram-traffic\"", "id=\"buffer-traffic\"")
                .contains("pj run chip net --batch 4")
                .doesNotContain("<h2>Published figures</h2>");
    }

    @Test
    void escapesWhateverComesFromFiles() {
        assertThat(page)
                .doesNotContain("<script>alert")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .contains("64 bit &amp; 60 MHz &lt;link&gt;");
    }

    @Test
    void needsNothingButItself() {
        assertThat(page).doesNotContain("src=", "@import", "url(http", "<link");
        assertThat(page.replace("http://www.w3.org/", "")).doesNotContain("http://", "https://");
        assertThat(page.length()).isLessThan(1_000_000);
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
    void sameRunSameBytes() {
        assertThat(HtmlReport.of(SampleRuns.report())).isEqualTo(page);
    }

    @Test
    void chartsTakeTheirColoursFromTheStyleSheet() {
        assertThat(page).contains("class=\"f-dram\"").doesNotContain("fill=\"rgb(", "stroke=\"rgb(");
    }

    @Test
    void showsPublishedFiguresWhereThereAreAny() {
        Report report = SampleRuns.report();
        Report published = new Report(report.run(), report.provenance(), 4, SampleRows.rows(), "Some are published.");
        assertThat(HtmlReport.of(published))
                .contains("<h2>Published figures</h2>", "id=\"published-table\"", "known gap: it is &lt;known&gt;");
    }

    @Test
    void aRunOfNothingIsAPageToo() {
        RunResult run = SampleRuns.report().run();
        RunResult empty = with(run, List.of());
        assertThat(HtmlReport.of(new Report(empty, SampleRuns.provenance(), 2, List.of(), "")))
                .contains("Covers nothing: no layer ran", "does not fit");
    }

    @Test
    void theDetailOfALayerIsTextUntilItIsUnfolded() {
        assertThat(page.split("<noscript><details>", -1)).hasSize(1 + 2);
        assertThat(page)
                .contains("<h3>At a glance</h3>", "<h3>Mapping</h3>", "<h3>PE cycles by cause</h3>")
                .contains("<h3>Energy by component</h3>", "<h3>Cycles in which each resource works</h3>")
                .contains("<h3>Roofline</h3>", "<h3>Traffic by level and operand</h3>");
    }

    @Test
    void everyValueStandsWithItsSource() {
        assertThat(page)
                .contains("All 3 values of the machine, of which 1 assumed")
                .contains("<code>clock</code></th><td>200 MHz</td><td class=\"remark\">JSSC 52(1) 2017, Table IV</td>")
                .contains("<td>4 words</td><td class=\"assumed\">assumed</td>")
                .contains("<code>dram</code></th><td>640 pJ</td><td class=\"remark\">Horowitz 2014</td>");
    }

    @Test
    void saysWhatMakesItAgain() {
        assertThat(page)
                .contains("<pre class=\"command\">pj run chip net --batch 4</pre>")
                .contains("<dt>version</dt><dd>0.1.0</dd>", "<dt>engine</dt><dd>fast</dd>", "<dt>seed</dt><dd>1</dd>")
                .contains("sha256:aaaa", "sha256:bbbb", "sha256:cccc");
    }

    @Test
    void aNormalisedTableHasNoJoules() {
        assertThat(HtmlReport.of(SampleRuns.normalised()))
                .contains("<th scope=\"row\">dram</th>", " GMAC")
                .doesNotContain("mJ<", "µJ<", " W<");
    }

    @Test
    void aNetworkAsDeepAsResNetStaysSmall() {
        String deep = HtmlReport.of(ManyLayers.of(110));
        assertThat(deep.length()).isLessThan(1_500_000);
        assertThat(deep)
                .contains("The 48 largest of 110 layers, and one bar for all others together.", "62 other layers")
                .contains("id=\"filter\"", "id=\"layer-110\"");
        assertThat(page).doesNotContain("other layers", "id=\"filter\"");
    }

    @Test
    void elementsMustBeClosed() {
        assertThatThrownBy(() -> new Html().open("p").toString())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not closed");
    }

    private static RunResult with(RunResult run, List<LayerResult> layers) {
        return new RunResult(
                run.machine(),
                run.network(),
                run.batch(),
                run.seed(),
                run.engine(),
                run.energyTable(),
                layers,
                run.skipped(),
                run.notes());
    }
}
