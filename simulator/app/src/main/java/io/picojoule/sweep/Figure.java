package io.picojoule.sweep;

import io.picojoule.simulation.RunResult;
import java.util.function.ToDoubleFunction;

/**
 * A measure with how it follows from a run.
 *
 * @param of NaN where the run does not say
 */
public record Figure(Measure measure, ToDoubleFunction<RunResult> of) {}
