package io.picojoule.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.picojoule.energy.EnergyTable;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchTableTest {
    private final List<String> lines = BatchTable.of(SampleBatches.of(EnergyTable.Unit.PICOJOULE), false)
            .lines()
            .toList();

    @Test
    void hasARowABatch_theSmallestFirst() {
        assertThat(lines.get(0)).isEqualTo("chip  ×  net   by batch");
        assertThat(lines.get(2).split(" {2,}"))
                .containsExactly(
                        "batch",
                        "latency",
                        "throughput",
                        "efficiency",
                        "average power",
                        "energy/inf",
                        "per dollar",
                        "bound by",
                        "bandwidth-bound");
        assertThat(lines.subList(3, 6))
                .extracting(line -> List.of(line.split(" {2,}")).subList(0, 3))
                .containsExactly(
                        List.of("1", "10.0 ms", "100 inf/s"),
                        List.of("4", "30.0 ms", "133 inf/s"),
                        List.of("16", "80.0 ms", "200 inf/s"));
        assertThat(lines.get(3)).contains("10 inf/s/$", "DRAM", "100 %").doesNotContain("–");
    }

    @Test
    void figuresOfABatchAreThoseOfItsOwnRun() {
        for (Batches.Run run : SampleBatches.of(EnergyTable.Unit.PICOJOULE).runs()) {
            assertThat(TerminalTable.of(run.report(), false))
                    .contains(run.text("seconds"))
                    .contains(
                            run.text("inferencesPerSecond"), run.text("inferencesPerJoule"), run.text("averageWatts"));
            double joules = Metric.of("joules")
                    .of(run.report().run().totals(), run.report().run())
                    .orElseThrow()
                    .doubleValue();
            assertThat(run.energyPerInference()).isEqualTo(joules / run.batch());
        }
    }

    @Test
    void saysHowTheLargestStandsToTheSmallest_andWhatIsInNoFigure() {
        assertThat(lines.subList(7, lines.size()))
                .containsExactly(
                        "From batch 1 to 16: throughput 2.00 ×, latency 8.00 ×, energy per inference " + energyGrowth()
                                + ".",
                        "Not on this machine, and in no figure: pool1.");
    }

    private static String energyGrowth() {
        List<Batches.Run> runs = SampleBatches.of(EnergyTable.Unit.PICOJOULE).runs();
        return Si.times(runs.get(2).energyPerInference() / runs.get(0).energyPerInference());
    }

    @Test
    void aNormalisedTableHasNoJoules() {
        assertThat(BatchTable.of(SampleBatches.of(EnergyTable.Unit.MAC), false))
                .contains("MAC", "energy/inf")
                .doesNotContain("inf/J", "efficiency", "power", "–");
    }

    @Test
    void whatDidNotRunIsSaid() {
        List<String> said =
                BatchTable.of(SampleBatches.withMissingLayers(), false).lines().toList();
        assertThat(said.get(6)).isEqualTo("64     no layer ran; conv1: " + SampleRuns.REASON);
        assertThat(said.subList(8, said.size()))
                .containsExactly(
                        "Batches 4 and 16 are without what does not fit: " + SampleRuns.HOSTILE + ".",
                        "Not all batches ran the same layers: compare with care.",
                        "Not on this machine, and in no figure: pool1.");
    }

    @Test
    void colourOnlyWhereItIsAskedFor() {
        assertThat(String.join("\n", lines)).doesNotContain("\u001b");
        assertThat(BatchTable.of(SampleBatches.withMissingLayers(), true)).contains("\u001b[33m64");
    }
}
