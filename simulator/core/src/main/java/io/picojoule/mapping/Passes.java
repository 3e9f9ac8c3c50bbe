package io.picojoule.mapping;

import io.picojoule.workload.LoopNest;

/** What a mapping makes an array do: passes, one after another. */
public sealed interface Passes permits PassSequence, StreamSequence {
    LoopNest nest();

    Mapping mapping();

    /** How many there are. */
    long passes();

    /** Processing elements that a full pass uses; none uses more. */
    int mostElements();
}
