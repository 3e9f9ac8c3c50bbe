package io.picojoule.timing.array.fast;

import io.picojoule.mapping.PassGeometry;

/** Timings of the passes of a layer, each worked out when it is first asked for. */
interface PassTimings {
    TimedPass of(PassGeometry geometry, PassInputs inputs);

    /** Whether passes of one geometry differ with their inputs. */
    boolean dependOnInputs();
}
