/**
 * Processors: kernels, the tiles that they are cut into, the waves in which cores take these, and what each wave waits for. Knows machines,
 * loop nests and counts; must never know an energy, a file or a network.
 */
@NullMarked
package io.picojoule.timing.processor;

import org.jspecify.annotations.NullMarked;
