package io.picojoule.report.html.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.picojoule.report.sweep.SampleSweeps;
import io.picojoule.report.sweep.SweepFigures;
import io.picojoule.sweep.SweepTable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SweepPageTest {
    private static final Pattern DATA =
            Pattern.compile("<script type=\"application/json\" id=\"sweep-data\">(.*?)</script>");

    private static String page(SweepTable table) {
        return SweepPage.of(SweepFigures.of(SampleSweeps.report(table)));
    }

    private static JsonNode data(String page) {
        Matcher data = DATA.matcher(page);
        assertThat(data.find()).isTrue();
        return JsonMapper.shared().readTree(data.group(1));
    }

    static List<String> pages() {
        return SampleSweeps.all().values().stream().map(SweepPageTest::page).toList();
    }

    @Test
    void hasItsSectionsAndWhatTheySay() {
        assertThat(page(SampleSweeps.arrays(600)))
                .startsWith("<!DOCTYPE html>")
                .contains("<h2>Pareto fronts</h2>", "<h2>Parallel coordinates</h2>", "<h2>Best under limits</h2>")
                .contains("<h2>The front</h2>", "<h2>Main effects</h2>", "<h2>Infeasible points</h2>")
                .contains("<h2>Reproduce</h2>", "pj sweep eyeriss-neighbours --resume", "sha256:2b1f0c9a44")
                .contains("id=\"front-drawing\"", "class=\"stairs\"", "Every point that ran is drawn.")
                .contains("pj run --point reports/eyeriss-neighbours/551", "least energy", "8.93")
                .contains("where: array.rows * array.columns = # &gt; #");
    }

    @Test
    void aHundredThousandPointsAreASmallPageThatSaysWhatIsLeftOut() {
        SweepFigures figures = SweepFigures.of(SampleSweeps.report(SampleSweeps.arrays(100_000)));
        String page = SweepPage.of(figures);
        assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(3_000_000);
        JsonNode data = data(page);
        int known = data.get("number").size();
        assertThat(known).isBetween(SweepFigures.SAMPLE, SweepFigures.SAMPLE + 5_000);
        assertThat(data.get("front")).hasSize(figures.outcome().front().size());
        assertThat(page)
                .contains("Counts, fronts, the best and main effects are of all 100,000 points.")
                .contains(String.format(
                        "%,d of the 69,802 points that ran are in this page, among them the whole front", known));
    }

    @Test
    void aLongFrontIsCountedAndDrawnInPart() {
        String page = page(SampleSweeps.allOnFront(5000));
        JsonNode data = data(page);
        assertThat(data.get("front").size()).isBetween(1_990, 2_000);
        assertThat(data.get("onFront").asInt()).isEqualTo(5000);
        assertThat(data.get("pairs").get("0,1").get(0).asInt()).isEqualTo(5000);
        assertThat(data.get("pairs").get("0,1").size()).isLessThanOrEqualTo(1 + 400);
        assertThat(page).contains("of the 5,000 points, evenly along the front");
    }

    @Test
    void dataAreColumnsOfWhatWasMeasured() {
        JsonNode data = data(page(SampleSweeps.odd()));
        assertThat(data.get("number")).extracting(JsonNode::asInt).containsExactly(0, 1, 1, 1, 1, 1);
        JsonNode latency = data.get("measures").get(0);
        assertThat(latency.get("title").asString()).isEqualTo("latency");
        assertThat(latency.get("at").get(1).asDouble()).isEqualTo(1e-6);
        assertThat(latency.get("at").get(3).asDouble()).isInfinite();
        assertThat(latency.get("at").get(5).isNull()).isTrue();
        assertThat(data.get("axes").get(1).get("values"))
                .extracting(JsonNode::asString)
                .containsExactly("1", "4");
        assertThat(data.get("axes").get(1).get("at"))
                .extracting(JsonNode::asInt)
                .containsExactly(0, 1, 0, 1, 0, 1);
    }

    @Test
    void whereNothingCanBeItSaysWhy() {
        assertThat(page(SampleSweeps.nothingFeasible()))
                .contains("No point can be.", "<h2>Infeasible points</h2>", "conv#: needs # &gt; #")
                .doesNotContain("<h2>The front</h2>", "<h2>Main effects</h2>", "sweep-data");
        assertThat(page(SampleSweeps.empty()))
                .contains("The sweep has no points: there is nothing to show.", "<h2>Reproduce</h2>")
                .doesNotContain("<h2>Infeasible points</h2>", "sweep-data");
    }

    @Test
    void oneMeasureHasNothingToTrade() {
        assertThat(page(SampleSweeps.oneObjectiveOneAxis()))
                .contains("Fewer than two measures vary", "<h2>The front</h2>", "id=\"parallel-plot\"")
                .doesNotContain("id=\"front-plot\"");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void escapesWhateverComesFromFiles(String page) {
        assertThat(page).doesNotContain("<script>alert");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void needsNothingButItself(String page) {
        assertThat(page).doesNotContain("src=", "@import", "url(http", "<link", "NaN\"", "Infinity");
        assertThat(page.replace("http://www.w3.org/", "")).doesNotContain("http://", "https://");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void idsAreUnique(String page) {
        List<String> ids = Pattern.compile("\\sid=\"([^\"]*)\"")
                .matcher(page)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        assertThat(ids).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void sameRowsSameBytes() {
        assertThat(pages()).isEqualTo(pages());
    }
}
