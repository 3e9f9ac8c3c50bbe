/**
 * The fast engine: a pass as a recurrence over steps, a layer as a walk over kinds of passes. Must never see the detailed engine.
 */
@NullMarked
package io.picojoule.timing.array.fast;

import org.jspecify.annotations.NullMarked;
