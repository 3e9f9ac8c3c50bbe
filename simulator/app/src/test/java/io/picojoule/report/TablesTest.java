package io.picojoule.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TablesTest {

    @Test
    void csvHasARowALayerAndAsManyCellsAsItsHeader() {
        List<String> lines = CsvLayers.of(SampleRuns.report()).lines().toList();
        assertThat(lines).hasSize(3);
        List<String> header = List.of(lines.get(0).split(",", -1));
        assertThat(header)
                .startsWith("name", "kind", "batch", "macs", "cycles", "seconds")
                .contains(
                        "boundBy",
                        "peCycles.busy",
                        "picojoules.dram",
                        "dram.input.readBytes",
                        "gatedMacs",
                        "vectorOperations")
                .doesNotHaveDuplicates();
        assertThat(lines.get(1).split(",", -1)).hasSameSizeAs(header);
        assertThat(lines.get(1)).startsWith("conv1,conv,4,421660800,3300000,0.0165,");
    }

    @Test
    void csvOfSeveralRunsHasOneHeader() {
        assertThat(CsvLayers.of(List.of(SampleRuns.report(), SampleRuns.report()))
                        .lines())
                .hasSize(5)
                .filteredOn(line -> line.startsWith("name,"))
                .hasSize(1);
    }

    @Test
    void csvQuotesWhatNeedsIt() {
        Csv csv = new Csv();
        csv.row(List.of("a,b", "say \"x\"", "two\nlines", "plain", 1.5, Double.NaN));
        assertThat(csv.toString()).isEqualTo("\"a,b\",\"say \"\"x\"\"\",\"two\nlines\",plain,1.5,\n");
    }

    @Test
    void terminalTableTellsTheStory() {
        String text = TerminalTable.of(SampleRuns.report(), false);
        assertThat(text)
                .contains("chip  ×  net")
                .contains("batch 4")
                .contains("conv1", SampleRuns.HOSTILE, "16.5 ms", "partial-sum-out bus")
                .contains(" fully-connected  " + SampleRuns.REASON)
                .contains("throughput               71.8 inf/s")
                .contains(
                        "Covers the conv layers only: 2 layers; 1 layer not on this machine (max-pool); 1 layer does not fit.")
                .contains("not on this machine: pool1")
                .contains("Nothing is published.")
                .doesNotContain("\u001b");
    }

    @Test
    void terminalTableHasColourOnlyWhereItIsAskedFor() {
        assertThat(TerminalTable.of(SampleRuns.report(), true)).contains("\u001b[1m");
    }

    @Test
    void terminalTableOfANormalisedRunSpeaksOfMacs() {
        assertThat(TerminalTable.of(SampleRuns.normalised(), false))
                .contains("energy in MACs")
                .contains("GMAC")
                .doesNotContain(" mJ", " mW", "inf/J");
    }

    @Test
    void coverageNamesWhatWasLeftOutByTheUser() {
        Report all = SampleRuns.report();
        Report some = new Report(all.run(), all.provenance(), 9, List.of(), "");
        assertThat(Coverage.of(some).sentence()).startsWith("Covers selected layers only: 2 layers;");
    }

    @Test
    void columnsLineUpAndARemarkMayBeLong() {
        TextTable table = new TextTable(1, false);
        table.row(TextTable.Style.PLAIN, List.of("name", "a", "b"));
        table.row(TextTable.Style.PLAIN, List.of("x", "10", "2"));
        table.row(TextTable.Style.PLAIN, List.of("y", "a remark that is longer than the table"));
        assertThat(table.toString())
                .isEqualTo("name   a  b\nx     10  2\ny     a remark that is longer than the table\n");
    }
}
