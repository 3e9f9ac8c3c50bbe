/**
 * The detailed engine: clocked components that move every number, cycle by cycle. Must never see the fast engine.
 */
@NullMarked
package io.picojoule.timing.array.detailed;

import org.jspecify.annotations.NullMarked;
