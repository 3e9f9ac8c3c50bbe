package io.picojoule.sweep;

import io.picojoule.simulation.RunResult;
import io.picojoule.simulation.Totals;
import java.util.function.ToDoubleBiFunction;

/**
 * A measure with how it follows from a run and the totals of it.
 *
 * @param of NaN where the run does not say
 */
public record Figure(Measure measure, ToDoubleBiFunction<Totals, RunResult> of) {}
