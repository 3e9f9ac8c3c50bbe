package io.picojoule.report.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.picojoule.energy.Component;
import io.picojoule.energy.TechnologyNode;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class NodeEnergyTest {
    private final Comparison comparison = SampleComparisons.atNode();
    private final Score chip = comparison.all().scores().get(0);

    @Test
    void theChipIsScaledAndDramIsNot() {
        NodeEnergy energy = NodeEnergy.of(comparison, chip).orElseThrow();
        double dram = chip.totals().energy().of(Component.DRAM) * 1e-12;
        double onChip = chip.totals().energy().chip() * 1e-12;
        double factor = new TechnologyNode(65).energyAt(new TechnologyNode(45));
        assertThat(energy.factor()).isEqualTo(factor);
        assertThat(energy.joules()).isCloseTo(onChip * factor + dram, within(1e-15));
        assertThat(energy.inferencesPerJoule()).isEqualTo(4 / energy.joules());
        assertThat(energy.averageWatts()).isEqualTo(energy.joules() / chip.seconds());
        assertThat(NodeEnergy.efficiency(comparison, comparison.all(), chip)).isOne();
    }

    @Test
    void whatHasNoJoulesIsLeftOutAndNamed() {
        Score normalised = comparison.all().scores().get(1);
        assertThat(NodeEnergy.of(comparison, normalised)).isEmpty();
        assertThat(NodeEnergy.efficiency(comparison, comparison.all(), normalised))
                .isNaN();
        assertThat(comparison.remarks())
                .anySatisfy(remark -> assertThat(remark)
                        .startsWith("Energies at 45 nm stand beside those that were priced")
                        .contains(" Without normalised: no joules"));
    }

    @Test
    void bothFiguresAreInEveryForm() {
        JsonNode json = JsonMapper.shared().readTree(ComparisonJson.of(comparison));
        JsonNode ofChip = json.at("/groups/0/accelerators/0");
        assertThat(json.at("/normaliseNode").asString()).isEqualTo("45 nm");
        assertThat(ofChip.at("/joules").asDouble())
                .isGreaterThan(ofChip.at("/normalised/joules").asDouble());
        assertThat(ofChip.at("/normalised/fromNode").asString()).isEqualTo("65 nm");
        assertThat(json.at("/groups/0/accelerators/1/normalised").isNull()).isTrue();
        assertThat(ComparisonTable.of(comparison, false)).contains("Energy at 45 nm", "prices of", "0.572");
        String[] lines = ComparisonCsv.of(comparison).split("\n");
        assertThat(lines[0]).endsWith("normalisedJoules,normalisedInferencesPerJoule,normalisedWatts");
        assertThat(lines[1]).doesNotEndWith(",,");
        assertThat(lines[2]).endsWith(",,,");
    }

    @Test
    void withoutANodeNothingIsNormalised() {
        Comparison plain = SampleComparisons.two();
        assertThat(NodeEnergy.of(plain, plain.all().reference())).isEmpty();
        assertThat(ComparisonTable.of(plain, false)).doesNotContain("prices of");
    }
}
