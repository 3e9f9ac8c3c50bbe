package io.picojoule.timing.array.fast;

/** Which inputs of a layer a pass works on: all passes with the same, over whatever filters and images, see the same zeros. */
record PassInputs(int group, int patch, int channelGroup, int fold) {}
