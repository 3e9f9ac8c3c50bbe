package io.picojoule.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.picojoule.Configured;
import io.picojoule.energy.EnergyTable;
import io.picojoule.mapping.GivenMappings;
import io.picojoule.search.Objective;
import io.picojoule.timing.Engine;
import io.picojoule.workload.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Does the search find, for the chip on AlexNet, mappings that are no worse than those that its authors chose (JSSC 2017, Table III)? */
class PublishedMappingsTest {
    private static final String[] CONVOLUTIONS = {"conv1", "conv2", "conv3", "conv4", "conv5"};
    private static final Network ALEXNET = Configured.network("alexnet", CONVOLUTIONS);

    private static RunResult run(EnergyTable table, GivenMappings mappings, Objective objective) {
        return Simulator.run(new RunRequest(Runs.CHIP, ALEXNET, table, 4, mappings, objective, Engine.FAST, 1));
    }

    private static GivenMappings published() {
        return Configured.mappings("eyeriss-alexnet", Configured.network("alexnet"));
    }

    /** The paper's cost: energy in multiples of a MAC (ISCA 2016, Table IV). */
    @Test
    void noSearchedMapping_costsMore_byTheCostOfThePaper() {
        EnergyTable table = Configured.energyTable("eyeriss-normalised");
        RunResult searched = run(table, GivenMappings.NONE, Objective.ENERGY);
        RunResult given = run(table, published(), Objective.ENERGY);
        for (String layer : CONVOLUTIONS) {
            assertThat(searched.layer(layer).orElseThrow().energy().total())
                    .as(layer)
                    .isLessThanOrEqualTo(
                            given.layer(layer).orElseThrow().energy().total());
        }
    }

    @ParameterizedTest
    @EnumSource
    void noSearchedMapping_isWorse_byAnyObjective(Objective objective) {
        RunResult searched = run(Runs.TABLE, GivenMappings.NONE, objective);
        RunResult given = run(Runs.TABLE, published(), objective);
        for (String layer : CONVOLUTIONS) {
            assertThat(searched.layer(layer).orElseThrow().cost(objective))
                    .as(layer)
                    .isLessThanOrEqualTo(given.layer(layer).orElseThrow().cost(objective));
        }
    }

    @Test
    void withTheTableOfTheChip_fourOfThePublishedMappingsAreFoundAgain() {
        RunResult searched = run(Configured.energyTable("tsmc-65nm"), GivenMappings.NONE, Objective.EDP);
        RunResult given = run(Configured.energyTable("tsmc-65nm"), published(), Objective.EDP);
        for (String layer : new String[] {"conv1", "conv3", "conv4", "conv5"}) {
            assertThat(searched.layer(layer).orElseThrow().mapping())
                    .as(layer)
                    .isEqualTo(given.layer(layer).orElseThrow().mapping());
        }
    }
}
