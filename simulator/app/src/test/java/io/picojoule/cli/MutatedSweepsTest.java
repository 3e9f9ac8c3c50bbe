package io.picojoule.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.picojoule.config.Configurations;
import io.picojoule.config.document.InvalidInputException;
import io.picojoule.config.document.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stands in the file of a sweep, it is read and checked, or what is wrong is told with its place. A failure prints its case. */
class MutatedSweepsTest {
    private static final int CASES = Integer.getInteger("picojoule.cases", 500);
    private static final long SEED = Long.getLong("picojoule.seed", 1);
    /** A file, or, of what the file only names, the word for it. */
    private static final String PLACED = "(?s)(.*\\.yaml(:[0-9]+:[0-9]+)?|accelerator|workload|energy table): .*";

    private static final String RIGHT = """
            name: Small
            source: "nowhere"
            accelerator: eyeriss
            workloads: [lenet5]
            run: {batch: 4, layers: "conv*", mapping: search, objective: edp}
            axes:
              array.rows: {range: 8..12, step: 4}
              memory.dram.bandwidth: {log-range: 0.24 GB/s .. 0.96 GB/s, points: 3}
              dataflow: [row-stationary, weight-stationary]
              run.seed: [1, 2]
              scratchpads:
                together:
                  - {label: small, processing-element.scratchpads.weight: 112 words, energy-table.dram: 160 pJ}
                  - {label: large, processing-element.scratchpads.weight: 448 words, energy-table.dram: 640 pJ}
            where:
              - array.rows * array.columns <= 256 and memory.dram.bandwidth < 2 GB/s
              - area <= 25 mm2
            sample: {method: nsga2, generations: 2, population: 4, seed: 1}
            objectives: {minimise: [joules, seconds, area]}
            """;

    @TempDir
    private Path folder;

    @Test
    void everyDamagedSweepIsReadOrRefused() throws IOException {
        Configurations configurations = Configurations.at(folder, Optional.empty());
        Path file = folder.resolve("sweep.yaml");
        Files.writeString(file, RIGHT);
        assertThat(SweepPlan.load("sweep.yaml", null, List.of(), configurations).mostPoints())
                .isEqualTo(8);
        int refused = 0;
        for (int i = 0; i < CASES; i++) {
            byte[] damaged = new Mutation(SEED * 1_000_003 + i).ofText(RIGHT);
            Files.write(file, damaged);
            String repeat = "-Dpicojoule.seed=" + SEED + ", case " + i + "\n"
                    + new String(damaged, StandardCharsets.ISO_8859_1);
            try {
                SweepPlan.load("sweep.yaml", null, List.of(), configurations);
            } catch (InvalidInputException wrong) {
                refused++;
                assertThat(wrong.problems()).as(repeat).isNotEmpty();
                for (Problem problem : wrong.problems()) {
                    assertThat(problem.toString()).as(repeat).matches(PLACED);
                }
            } catch (RuntimeException | StackOverflowError crash) {
                fail(repeat, crash);
            }
        }
        assertThat(refused).as("damage of both sorts").isBetween(1, CASES - 1);
    }
}
