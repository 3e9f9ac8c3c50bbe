package io.picojoule.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.picojoule.search.Objective;
import io.picojoule.timing.Engine;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RunSettingsTest {
    @Test
    void theWordsForObjectivesAreThoseOfTheSearch() {
        assertThat(RunSettings.OBJECTIVES)
                .isEqualTo(Arrays.stream(Objective.values()).map(Objective::key).toList());
    }

    @Test
    void theWordsForEnginesAreThoseOfTheTiming() {
        assertThat(RunSettings.ENGINES)
                .isEqualTo(Arrays.stream(Engine.values()).map(Engine::key).toList());
    }
}
