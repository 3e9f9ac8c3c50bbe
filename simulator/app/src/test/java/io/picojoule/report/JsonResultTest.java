package io.picojoule.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.picojoule.activity.Level;
import io.picojoule.workload.Operand;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The keys are a promise to other programs: a failure here means that one would break. */
class JsonResultTest {
    private static final List<String> TOTALS = List.of(
            "macs",
            "cycles",
            "seconds",
            "processingSeconds",
            "inferencesPerSecond",
            "joules",
            "chipJoules",
            "inferencesPerJoule",
            "inferencesPerSecondPerDollar",
            "averageWatts",
            "chipWatts",
            "energyDelayProduct",
            "fractionOfPeak",
            "fractionOfRoof",
            "bandwidthBoundTimeFraction",
            "notOnMachine");
    private static final List<String> LAYER = List.of(
            "name",
            "kind",
            "macs",
            "cycles",
            "computeCycles",
            "seconds",
            "processingSeconds",
            "activeProcessingElements",
            "peCycles",
            "boundBy",
            "arithmeticIntensity",
            "fractionOfPeak",
            "fractionOfRoof",
            "accesses",
            "picojoules",
            "gatedMacs",
            "vectorOperations",
            "lookUps",
            "repetitions",
            "sparse",
            "wordBits",
            "macsPerLaneCycle",
            "channelsPerWord",
            "mapping");

    private final JsonNode result = JsonMapper.shared().readTree(JsonResult.of(SampleRuns.report()));

    @Test
    void hasTheKeysOfTheDocument() {
        assertThat(result.propertyNames())
                .containsExactly(
                        "format",
                        "version",
                        "accelerator",
                        "area",
                        "workload",
                        "batch",
                        "seed",
                        "engine",
                        "energyTable",
                        "energyTableDigest",
                        "mappingsDigest",
                        "objective",
                        "command",
                        "notes",
                        "totals",
                        "byKind",
                        "layers");
        assertThat(result.at("/format").asString()).isEqualTo("picojoule-result/1");
        assertThat(result.at("/accelerator/name").asString()).isEqualTo("chip");
        assertThat(result.at("/workload/digest").asString()).isEqualTo("sha256:bbbb");
        assertThat(result.at("/energyTable").asString()).isEqualTo("table");
        assertThat(result.at("/energyTableDigest").asString()).isEqualTo("sha256:cccc");
        assertThat(result.at("/mappingsDigest").isNull()).isTrue();
        assertThat(result.at("/objective").asString()).isEqualTo("edp");
        assertThat(result.at("/command").asString()).isEqualTo("pj run chip net --batch 4");
    }

    @Test
    void totalsAndKindsHaveTheSameKeys() {
        assertThat(result.at("/totals").propertyNames()).containsAll(TOTALS);
        assertThat(result.at("/byKind/conv").propertyNames())
                .containsExactlyElementsOf(result.at("/totals").propertyNames());
    }

    @Test
    void layersHaveTheirKeys() {
        assertThat(result.at("/layers").size()).isEqualTo(2);
        assertThat(result.at("/layers/0").propertyNames()).containsAll(LAYER);
        assertThat(result.at("/layers/0/picojoules").propertyNames())
                .contains("mac", "scratchpad", "network", "global-buffer", "dram", "clock", "static");
        assertThat(result.at("/layers/0/gatedMacs").asLong()).isEqualTo(421_660_800 / 3);
        assertThat(result.at("/layers/1/boundBy").asString()).isEqualTo("partial-sum-out-bus");
        assertThat(result.at("/layers/0/arithmeticIntensity/dram").asDouble()).isPositive();
        assertThat(result.at("/layers/0/wordBits/partial-sum").asInt()).isEqualTo(16);
        assertThat(result.at("/layers/0/mapping").asString()).contains("for m in 0..96 step 64  @ dram");
    }

    @Test
    void everyLevelAndOperandIsThere() {
        JsonNode accesses = result.at("/layers/0/accesses");
        assertThat(accesses.propertyNames())
                .containsExactlyElementsOf(
                        Arrays.stream(Level.values()).map(Level::key).toList());
        for (Map.Entry<String, JsonNode> level : accesses.properties()) {
            assertThat(level.getValue().propertyNames())
                    .containsExactlyElementsOf(
                            Arrays.stream(Operand.values()).map(Operand::key).toList());
            level.getValue()
                    .forEach(operand -> assertThat(operand.propertyNames()).containsExactly("readBytes", "writeBytes"));
        }
    }

    @Test
    void elementCyclesSumToCyclesTimesElements() {
        for (JsonNode layer : result.at("/layers")) {
            long sum = 0;
            for (JsonNode cycles : layer.at("/peCycles")) {
                sum += cycles.asLong();
            }
            assertThat(sum)
                    .isEqualTo(layer.at("/cycles").asLong()
                            * layer.at("/activeProcessingElements").asLong());
        }
    }

    @Test
    void figuresAreInTheUnitsOfTheirNames() {
        JsonNode totals = result.at("/totals");
        double seconds = totals.at("/seconds").asDouble();
        assertThat(seconds).isEqualTo(11_140_000 / 200e6);
        assertThat(totals.at("/processingSeconds").asDouble()).isEqualTo(9_700_000 / 200e6);
        assertThat(totals.at("/inferencesPerSecond").asDouble()).isEqualTo(SampleRuns.BATCH / seconds);
        assertThat(totals.at("/inferencesPerSecondPerDollar").asDouble()).isEqualTo(SampleRuns.BATCH / (seconds * 10));
        double joules = totals.at("/joules").asDouble();
        assertThat(totals.at("/averageWatts").asDouble()).isEqualTo(joules / seconds);
        assertThat(totals.at("/energyDelayProduct").asDouble()).isEqualTo(joules * seconds);
        assertThat(totals.at("/chipJoules").asDouble()).isLessThan(joules);
        assertThat(totals.at("/fractionOfPeak").asDouble())
                .isEqualTo(totals.at("/macs").asDouble() / (11_140_000.0 * 200));
    }

    @Test
    void layersThatDidNotRunAreInSight() {
        assertThat(result.at("/totals/notOnMachine").size()).isEqualTo(1);
        assertThat(result.at("/totals/notOnMachine/0").asString()).isEqualTo("pool1");
        assertThat(result.at("/totals/infeasible/0/name").asString()).isEqualTo("fc6");
        assertThat(result.at("/totals/infeasible/0/reason").asString()).isEqualTo(SampleRuns.REASON);
        assertThat(result.at("/byKind/conv/notOnMachine").size()).isZero();
    }

    @Test
    void aNormalisedTableGivesMultiplesInsteadOfJoules() {
        JsonNode normalised = JsonMapper.shared().readTree(JsonResult.of(SampleRuns.normalised()));
        assertThat(normalised.at("/totals/joules").isNull()).isTrue();
        assertThat(normalised.at("/totals/averageWatts").isNull()).isTrue();
        assertThat(normalised.at("/totals/energyInMacs").asDouble()).isPositive();
        assertThat(normalised.at("/layers/0/picojoules").isNull()).isTrue();
        assertThat(normalised.at("/layers/0/energyInMacsByComponent/mac").asDouble())
                .isPositive();
        assertThat(result.at("/totals/energyInMacs").isNull()).isTrue();
    }

    @Test
    void sameRunSameBytes() {
        assertThat(JsonResult.of(SampleRuns.report()))
                .isEqualTo(JsonResult.of(SampleRuns.report()))
                .endsWith("}\n");
    }
}
