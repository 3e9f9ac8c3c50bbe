package io.picojoule.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What values with a range, and technology nodes, make of a comparison. */
class CompareRangesTest extends TerminalTest {
    private static final String BANDWIDTH = """
            extends: eyeriss
            name: Guess
            memory: {dram: {bandwidth: {value: 480 MB/s, range: 240 MB/s .. 960 MB/s, source: assumed}}}
            """;

    private JsonNode compare(String... more) {
        String[] words = {"compare", "eyeriss", "guess.yaml", "--workload", "lenet5", "--format", "json", "--out", "o"};
        String[] all = Stream.of(words, more).flatMap(Arrays::stream).toArray(String[]::new);
        assertThat(terminal.pj(all)).as(terminal.err()).isZero();
        return JsonMapper.shared().readTree(terminal.out());
    }

    @Test
    void anEndOfARangeIsTheRunWithThatValueSet() throws IOException {
        Files.writeString(folder.resolve("guess.yaml"), BANDWIDTH);
        JsonNode ranges = compare("--set", "clock=100 MHz").at("/accelerators/1/ranges");
        assertThat(ranges.size()).isOne();
        for (String end : new String[] {"Low 240 MB/s", "High 960 MB/s"}) {
            String value = end.substring(end.indexOf(' ') + 1);
            JsonNode set = compare("--set", "clock=100 MHz", "--set", "memory.dram.bandwidth=" + value);
            assertThat(set.at("/accelerators/1/ranges").size()).isZero();
            assertThat(ranges.at("/0/at" + end.substring(0, end.indexOf(' ')) + "/seconds")
                            .asDouble())
                    .isEqualTo(set.at("/groups/2/accelerators/1/seconds").asDouble());
        }
        assertThat(ranges.at("/0/atLow/changeOfInferencesPerSecond").asDouble()).isNegative();
        assertThat(ranges.at("/0/atHigh/changeOfInferencesPerSecond").asDouble())
                .isPositive();
    }

    @Test
    void pricesMayHaveRangesToo() throws IOException {
        Files.writeString(
                folder.resolve("prices.yaml"),
                "extends: tsmc-65nm\nname: Prices\ndram: {value: 100 pJ, range: 50 pJ .. 200 pJ, source: assumed}\n");
        Files.writeString(folder.resolve("guess.yaml"), "extends: eyeriss\nname: Guess\nenergy: ./prices.yaml\n");
        JsonNode range = compare().at("/accelerators/1/ranges/0");
        assertThat(range.at("/of").asString()).isEqualTo("energy-table");
        assertThat(range.at("/atHigh/changeOfInferencesPerJoule").asDouble()).isNegative();
        assertThat(range.at("/atLow/changeOfInferencesPerJoule").asDouble()).isPositive();
    }

    @Test
    void anEndThatCannotBeIsToldAtItsPlace() throws IOException {
        Files.writeString(
                folder.resolve("guess.yaml"), "extends: eyeriss\nclock: {value: 200 MHz, range: 0 Hz .. 1 GHz}\n");
        isRefused(
                "compare guess.yaml --workload lenet5",
                "guess.yaml:2:32: clock: \"0 Hz\" is too small; at least 1 Hz is wanted");
    }

    @Test
    void showPrintsARangeThatReadsBack() throws IOException {
        Files.writeString(folder.resolve("guess.yaml"), BANDWIDTH);
        assertThat(terminal.pj("show", "guess.yaml")).isZero();
        String shown = terminal.out();
        assertThat(shown).contains("bandwidth: {value: 480 MB/s, range: 240 MB/s .. 960 MB/s}  # assumed");
        Files.writeString(folder.resolve("again.yaml"), shown);
        assertThat(terminal.pj("show", "again.yaml")).as(terminal.err()).isZero();
        assertThat(terminal.out()).contains("range: 240 MB/s .. 960 MB/s");
    }

    @Test
    void aNodeIsPartOfTheCommand() throws IOException {
        Files.writeString(folder.resolve("guess.yaml"), BANDWIDTH);
        JsonNode json = compare("--normalise-node", "28nm");
        assertThat(json.at("/normaliseNode").asString()).isEqualTo("28 nm");
        assertThat(json.at("/command").asString()).contains("--normalise-node '28 nm'");
        assertThat(json.at("/groups/0/accelerators/0/normalised/fromNode").asString())
                .isEqualTo("65 nm");
    }

    @Test
    void whatIsNoNodeIsRefused() {
        isRefused(
                "compare eyeriss --workload lenet5 --normalise-node 3nm",
                "--normalise-node 3nm: \"3nm\" is no node that energies are known of; a length from 7 nm to 180 nm is wanted, "
                        + "for example \"45 nm\"");
    }
}
