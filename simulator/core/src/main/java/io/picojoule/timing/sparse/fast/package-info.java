/**
 * The fast engine: a run as a recurrence over broadcasts. Must never see the detailed engine.
 */
@NullMarked
package io.picojoule.timing.sparse.fast;

import org.jspecify.annotations.NullMarked;
