package io.picojoule.report.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.picojoule.activity.Action;
import io.picojoule.energy.Component;
import io.picojoule.report.SampleRuns;
import io.picojoule.workload.NetworkLayer;
import io.picojoule.workload.Operand;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ComparisonTest {
    private final Comparison comparison = SampleComparisons.two();

    @Test
    void machinesAreComparedOverWhatEachOfThemRan() {
        assertThat(comparison.all().layers())
                .extracting(NetworkLayer::name)
                .containsExactly("conv1", SampleRuns.HOSTILE);
        assertThat(comparison.all().scores())
                .allSatisfy(score -> assertThat(score.run().layers()).hasSize(2));
        assertThat(comparison.all().leftOut())
                .extracting(left -> left.layer().name() + " " + Comparison.labels(left.missing()))
                .containsExactly("pool1 [chip, fast]", "fc6 [chip]");
        assertThat(comparison.remarks())
                .containsExactly(
                        "Compared over 2 of 4 layers: those that both machines ran.",
                        "Left out for all: pool1, for which there is no unit on chip and fast.",
                        "Left out for all: fc6, which does not fit chip.",
                        "chip, the baseline, ran none of the FC layers; speed-up and efficiency there are against fast.");
    }

    @Test
    void aGroupThatOneMachineDoesNotRunIsTheOthers() {
        Round products = comparison.rounds().get(1);
        assertThat(products.group()).isEqualTo(LayerGroup.PRODUCTS);
        assertThat(products.scores()).extracting(Score::label).containsExactly("fast");
        assertThat(products.absent())
                .singleElement()
                .satisfies(absent -> assertThat(absent.reason()).isEqualTo("fc6: " + SampleRuns.REASON));
    }

    @Test
    void aMachineThatRanNothingTakesNothingFromTheOthers() {
        Comparison withNone = SampleComparisons.withNone();
        assertThat(withNone.all().layers()).isEqualTo(comparison.all().layers());
        assertThat(withNone.remarks())
                .startsWith(
                        "Compared over 2 of 4 layers: those that 2 of 3 machines ran.",
                        "none ran none of the layers and is not compared; conv1: " + SampleRuns.REASON + ".");
        assertThat(SampleComparisons.nothing().isNothing()).isTrue();
        assertThat(SampleComparisons.nothing().remarks())
                .startsWith("Nothing is compared: no layer ran on any machine.");
    }

    @Test
    void speedUpAndEfficiencyAreInverseMultiplesOfTheBaseline() {
        Comparison against = SampleComparisons.againstFast();
        assertThat(against.baseline().label()).isEqualTo("fast");
        assertThat(against.all().reference().label()).isEqualTo("fast");
        Relative relative =
                Relative.of(against, against.all(), against.all().scores().get(0));
        assertThat(relative.seconds()).isEqualTo(2);
        assertThat(relative.speedUp()).isEqualTo(0.5);
        assertThat(relative.efficiency() * relative.energy()).isCloseTo(1, within(1e-12));
        JsonNode json = JsonMapper.shared().readTree(ComparisonJson.of(against));
        assertThat(json.at("/baseline").asString()).isEqualTo("fast");
        assertThat(json.at("/groups/0/accelerators/0/relative/to").asString()).isEqualTo("fast");
        assertThat(json.at("/groups/0/accelerators/0/relative/speedUp").asDouble())
                .isEqualTo(0.5);
        assertThat(ComparisonTable.of(against, false)).contains("against fast", "0.500x");
        String[] lines = ComparisonCsv.of(against).split("\n");
        assertThat(lines[0]).contains(",baseline,speedUp,efficiency,");
        assertThat(lines[1]).contains(",fast,0.5,");
    }

    @Test
    void aGroupWithoutTheBaselineSaysAgainstWhomItIs() {
        assertThat(SampleComparisons.two().remarks())
                .contains(
                        "chip, the baseline, ran none of the FC layers; speed-up and efficiency there are against fast.");
        assertThat(SampleComparisons.againstFast().remarks()).noneMatch(remark -> remark.contains("the baseline"));
    }

    @Test
    void timeByKindAddsUpAndWhatIsNotRunIsNamed() {
        Score score = comparison.all().reference();
        double sum = 0;
        for (LayerGroup kind : LayerGroup.KINDS) {
            sum += score.seconds(kind);
        }
        assertThat(sum).isCloseTo(score.seconds(), within(1e-15));
        JsonNode chip =
                JsonMapper.shared().readTree(ComparisonJson.of(comparison)).at("/accelerators/0");
        assertThat(chip.at("/secondsByKind/conv").asDouble()).isEqualTo(score.seconds());
        assertThat(chip.at("/secondsByKind/other").asDouble()).isZero();
        assertThat(chip.at("/notOnMachine/0").asString()).isEqualTo("pool1");
        assertThat(chip.at("/infeasible/0/name").asString()).isEqualTo("fc6");
        assertThat(chip.at("/infeasible/0/reason").asString()).isEqualTo(SampleRuns.REASON);
    }

    @Test
    void precisionTechnologyYearAndPriceStandBesideTheFigures() {
        JsonNode chip =
                JsonMapper.shared().readTree(ComparisonJson.of(comparison)).at("/accelerators/0");
        assertThat(chip.at("/technology").asString()).isEqualTo("65 nm");
        assertThat(chip.at("/year").asInt()).isEqualTo(2016);
        assertThat(chip.at("/priceDollars").asDouble()).isEqualTo(10);
        assertThat(chip.at("/precisionBits/weight").asInt()).isEqualTo(16);
        assertThat(chip.at("/dramBytesPerSecond").asLong()).isEqualTo(480_000_000);
        assertThat(chip.at("/peakOperationsPerSecond").asDouble()).isPositive();
        assertThat(ComparisonTable.of(comparison, false)).containsPattern("16 bit +65 nm +2016 +\\$ 10 ");
    }

    @Test
    void figuresAreRelatedToTheFirst() {
        Round all = comparison.all();
        Relative relative = Relative.of(comparison, all, all.scores().get(1));
        assertThat(relative.seconds()).isEqualTo(0.5);
        assertThat(relative.energyDelayProduct()).isCloseTo(relative.energy() / 2, within(1e-12));
        assertThat(Relative.of(comparison, all, all.reference())).isEqualTo(new Relative(1, 1, 1, 1, 1));
    }

    @Test
    void theGeometricMean_countsEachLayerAsMuchAsAnyOther() {
        Round all = comparison.all();
        Score other = all.scores().get(1);
        double product = 1;
        for (NetworkLayer layer : all.layers()) {
            product *= Score.of(other.entrant(), layer.name()).orElseThrow().energy()
                    / Score.of(all.reference().entrant(), layer.name())
                            .orElseThrow()
                            .energy();
        }
        Relative relative = Relative.of(comparison, all, other);
        assertThat(relative.meanEnergy())
                .isCloseTo(Math.pow(product, 1.0 / all.layers().size()), within(1e-9));
        assertThat(relative.meanSpeedUp()).as("every layer takes half the time").isCloseTo(2, within(1e-9));
        JsonNode json = JsonMapper.shared().readTree(ComparisonJson.of(comparison));
        assertThat(json.findValue("speedUpGeometricMean").asDouble()).isEqualTo(1);
    }

    @Test
    void partsOfTheEnergyOfAMacAddUp() {
        Score score = comparison.all().reference();
        double levels = 0;
        for (Component component : Component.values()) {
            levels += score.energyPerMac(component);
        }
        double operands = score.energyPerMacOfNoOperand();
        for (Operand operand : Operand.values()) {
            operands += score.energyPerMac(operand);
        }
        assertThat(levels).isCloseTo(score.energyPerMac(), within(1e-20));
        assertThat(operands).isCloseTo(score.energyPerMac(), within(1e-20));
    }

    @Test
    void anAccessOfDramIsAWord() {
        Score conv1 = Score.of(SampleComparisons.chip(), "conv1").orElseThrow();
        double reads = 4 * 3 * 227 * 227 + 96 * 3 * 11 * 11;
        assertThat(conv1.dramWordsPerMac(Action.READ) * conv1.totals().macs()).isCloseTo(reads, within(1e-6));
        double writtenBits = 4.0 * 96 * 55 * 55 * 9 + 1;
        assertThat(conv1.dramWordsPerMac(Action.WRITE) * conv1.totals().macs() * 16)
                .isCloseTo(writtenBits, within(1e-6));
    }

    @Test
    void joulesAndMultiplesOfAMacHaveNoCommonUnit() {
        Comparison mixed = SampleComparisons.mixed();
        assertThat(comparison.scale()).isEqualTo(EnergyScale.JOULES);
        assertThat(mixed.scale()).isEqualTo(EnergyScale.NONE);
        assertThat(mixed.remarks())
                .anySatisfy(remark -> assertThat(remark)
                        .startsWith("Energies have no common unit and are compared as shares only: ")
                        .contains("(picojoules) on chip; ", "(multiples of one MAC) on normalised", "--energy NAME"));
        JsonNode json = JsonMapper.shared().readTree(ComparisonJson.of(mixed));
        assertThat(json.at("/energyScale").asString()).isEqualTo("none");
        assertThat(json.at("/groups/0/accelerators/1/relative/energy").isNull()).isTrue();
        assertThat(json.at("/groups/0/accelerators/1/relative/seconds").asDouble())
                .isOne();
        assertThat(json.at("/groups/0/accelerators/0/energyInMacsPerMac").isNull())
                .isTrue();
        assertThat(json.at("/groups/0/accelerators/1/energyInMacsPerMac/total").asDouble())
                .isPositive();
        assertThat(json.at("/groups/0/accelerators/1/picojoulesPerMac").isNull())
                .isTrue();
        assertThat(EnergyScale.of(List.of(new Entrant("a", "a", SampleRuns.normalised()))))
                .isEqualTo(EnergyScale.MACS);
    }

    @Test
    void filesHaveEveryMachineInEveryGroupAndLayer() {
        Comparison three = SampleComparisons.withNone();
        JsonNode json = JsonMapper.shared().readTree(ComparisonJson.of(three));
        assertThat(json.at("/format").asString()).isEqualTo("picojoule-comparison/1");
        assertThat(json.at("/groups").findValuesAsString("group")).containsExactly("conv", "fully-connected", "all");
        assertThat(json.at("/groups/2/leftOut/1/missingOn/0").asString()).isEqualTo("chip");
        assertThat(json.at("/layers/3/accelerators/0/reason").asString()).isEqualTo(SampleRuns.REASON);
        String csv = ComparisonCsv.of(three);
        String[] lines = csv.split("\n");
        assertThat(lines).hasSize(1 + 3 * 3 + 4 * 3);
        assertThat(lines[1]).startsWith("group,conv,,chip,4,2,,");
        assertThat(ComparisonCsv.of(List.of(three, three)).split("\n")).hasSize(2 * lines.length - 1);
    }

    @Test
    void theTableSaysWhatIsMissing() {
        String table = ComparisonTable.of(SampleComparisons.withNone(), false);
        assertThat(table)
                .contains("CONV layers: 2 layers", "FC layers: 1 layer", "All layers: 2 layers", "inf/s/$")
                .contains("none ran; fc6: " + SampleRuns.REASON)
                .contains("against chip", "2.00x");
        assertThat(ComparisonTable.of(SampleComparisons.nothing(), false)).contains("Nothing is compared");
    }

    @Test
    void machinesOfOneNameAreToldApart() {
        assertThat(Comparison.labels(List.of("A", "B", "A"), List.of("x", "y", "z.yaml")))
                .containsExactly("A (x)", "B", "A (z.yaml)");
    }
}
