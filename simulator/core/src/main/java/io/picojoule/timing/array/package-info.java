/**
 * Spatial arrays with multicast buses: the job of an engine, and what both engines share: transfer sizes and counts in closed form. The
 * two engines, {@code fast} and {@code detailed}, never see each other: their agreement is a test, not a design.
 */
@NullMarked
package io.picojoule.timing.array;

import org.jspecify.annotations.NullMarked;
