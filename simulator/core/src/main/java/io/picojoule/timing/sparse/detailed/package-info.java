/**
 * The detailed engine: clocked queues and elements that multiply every number. Must never see the fast engine.
 */
@NullMarked
package io.picojoule.timing.sparse.detailed;

import org.jspecify.annotations.NullMarked;
