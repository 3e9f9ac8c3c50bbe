package io.picojoule.timing.array.fast;

import java.util.Arrays;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;

/** Runs a recurrence over steps, and skips whole periods once its state at the start of one is that at the start of the one before. */
record StreamSkip(long steps, int period) {
    /** Adds so many times what has come since {@code before}; the answer is all sums as they are now, before that. */
    interface Advance {
        long[] advance(long repetitions, long[] before);
    }

    /** @param state all that later steps depend on, relative to the present one, when the step of this number is next */
    void run(LongConsumer step, LongFunction<long[]> state, Advance sums) {
        long[] stateBefore = new long[0];
        long[] sumsBefore = new long[0];
        boolean skipped = false;
        for (long number = 0; number < steps; number++) {
            if (!skipped && number > 0 && number % period == 0) {
                long[] now = state.apply(number);
                long periods = (steps - number) / period;
                if (Arrays.equals(now, stateBefore) && periods > 0) {
                    sums.advance(periods, sumsBefore);
                    number += periods * period;
                    skipped = true;
                    if (number >= steps) {
                        return;
                    }
                } else {
                    stateBefore = now;
                    sumsBefore = sums.advance(0, sumsBefore);
                }
            }
            step.accept(number);
        }
    }
}
