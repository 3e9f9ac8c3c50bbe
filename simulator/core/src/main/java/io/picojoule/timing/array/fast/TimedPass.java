package io.picojoule.timing.array.fast;

import io.picojoule.timing.PassTiming;

/**
 * A pass and its course.
 *
 * @param mostMacCycles of a processing element
 */
record TimedPass(PassTiming timing, long mostMacCycles) {}
