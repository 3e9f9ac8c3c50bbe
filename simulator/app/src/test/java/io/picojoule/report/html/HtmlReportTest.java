package io.picojoule.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.picojoule.report.Report;
import io.picojoule.report.SampleRuns;
import io.picojoule.simulation.LayerResult;
import io.picojoule.simulation.RunResult;
import io.picojoule.validation.SampleRows;
import java.util.ArrayList;
import java.util.Collections;
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
                .contains("<h2>Memory traffic</h2>", "<h2>Machine</h2>", "<h2>Mappings</h2>", "<h2>Sources</h2>")
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
    void aNetworkOfManyLayersStaysUnderAMegabyte() {
        RunResult run = SampleRuns.report().run();
        List<LayerResult> many =
                new ArrayList<>(Collections.nCopies(200, run.layers().get(0)));
        String large = HtmlReport.of(new Report(with(run, many), SampleRuns.provenance(), 202, List.of(), ""));
        assertThat(large.length()).isLessThan(1_000_000);
        assertThat(large).contains("other layers");
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
