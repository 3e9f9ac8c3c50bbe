package io.picojoule.timing.array.detailed;

import io.picojoule.timing.PassTiming;

/** An array past which words stream, cycle by cycle, one pass after another. */
interface StreamArray {
    /** A new pass; the array is empty. */
    void start(StreamWords.Place place);

    /** Whether the last weight of the pass has come. */
    boolean hasItsWeights();

    boolean isDone();

    void tick();

    /** The pass is done; the answer is its course. */
    PassTiming end();
}
