package io.picojoule.validation;

import io.picojoule.activity.Activity;
import io.picojoule.energy.EnergyBreakdown;
import io.picojoule.simulation.LayerResult;
import io.picojoule.simulation.RunResult;
import io.picojoule.simulation.Totals;
import java.util.List;
import java.util.Optional;

/** The layers that a published figure is about, in our run, in our run without compression, and in the run they are relative to. */
record Measured(RunResult run, List<LayerResult> layers, List<LayerResult> uncompressed, Optional<Measured> baseline) {
    Totals totals() {
        return sum(layers);
    }

    Activity activity() {
        return totals().activity();
    }

    EnergyBreakdown energy() {
        return totals().energy();
    }

    double seconds() {
        return run.seconds(totals().cycles());
    }

    static Totals sum(List<LayerResult> layers) {
        return layers.stream().map(Totals::of).reduce(Totals.NONE, Totals::plus);
    }
}
