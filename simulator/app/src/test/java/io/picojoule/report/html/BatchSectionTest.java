package io.picojoule.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.picojoule.energy.EnergyTable;
import io.picojoule.report.Batches;
import io.picojoule.report.SampleBatches;
import io.picojoule.report.SampleRuns;
import org.junit.jupiter.api.Test;

class BatchSectionTest {
    private final Batches batches = SampleBatches.of(EnergyTable.Unit.PICOJOULE);
    private final String page = pageOf(batches, 4);

    private static String pageOf(Batches batches, int batch) {
        Batches.Run run = batches.runs().stream()
                .filter(each -> each.batch() == batch)
                .findFirst()
                .orElseThrow();
        return HtmlReport.of(run.report(), batches);
    }

    @Test
    void aPageLinksToThoseOfTheOtherBatches_andMarksItsOwn() {
        assertThat(page)
                .contains("<h2>Batches</h2>", "<a href=\"#batches\">Batches</a>")
                .contains("<a href=\"../b1/report.html\">1</a>", "<a href=\"../b16/report.html\">16</a>")
                .contains("<tr class=\"total\"><th scope=\"row\"><span aria-current=\"page\">4</span></th>")
                .doesNotContain("../b4/report.html");
    }

    @Test
    void hasTheTableOfTheTerminal() {
        for (Batches.Run run : batches.runs()) {
            batches.columns()
                    .forEach(column -> assertThat(page)
                            .contains(
                                    "<th scope=\"col\">" + column.title() + "</th>",
                                    "<td>" + column.text().apply(run) + "</td>"));
        }
        batches.remarks().forEach(remark -> assertThat(page).contains(remark));
    }

    @Test
    void hasThroughputAgainstLatency_andTheEnergyOfAnInference() {
        assertThat(page)
                .contains("id=\"throughput-chart\"", "id=\"energy-per-inference\"")
                .contains("<title>batch 4: 133 inf/s, 30.0 ms</title>", "class=\"f-point\"")
                .contains(">batch 16: " + batches.runs().get(2).text("inferencesPerJoule") + "<");
        assertThat(pageOf(SampleBatches.of(EnergyTable.Unit.MAC), 4))
                .contains("energy per inference, in multiples of one MAC", ">batch 16<")
                .doesNotContain("inf/J");
    }

    @Test
    void theCommandMakesThisVeryPage() {
        assertThat(page).contains("<pre class=\"command\">pj run chip net --batch 1,4,16</pre>");
    }

    @Test
    void layersAndBatchesThatDidNotRunAreSaid() {
        Batches missing = SampleBatches.withMissingLayers();
        String partial = pageOf(missing, 4);
        assertThat(partial)
                .contains("○ without layers that do not fit", "class=\"s-point\"")
                .contains("Batches 4 and 16 are without what does not fit: &lt;script&gt;alert(1)&lt;/script&gt;.")
                .contains("<td class=\"assumed\" colspan=\"8\">no layer ran; conv1: weights of 72.0 MiB &gt; 8 KiB")
                .doesNotContain("<title>batch 64", "<script>alert", "class=\"f-point\"");
        assertThat(pageOf(missing, 64)).contains("<title>batch 16", "Covers nothing: no layer ran");
        assertThat(page).doesNotContain("○");
    }

    @Test
    void aRunWithOneBatchHasNoSuchSection() {
        Batches.Run own = batches.runs().get(1);
        assertThat(HtmlReport.of(own.report())).doesNotContain("Batches", "throughput-chart");
        assertThat(HtmlReport.of(
                        SampleRuns.report(),
                        new Batches("pj run", batches.runs().subList(0, 1))))
                .isEqualTo(HtmlReport.of(SampleRuns.report()));
    }
}
