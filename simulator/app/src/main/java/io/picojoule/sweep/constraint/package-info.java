/**
 * The condition that the points of a sweep must meet, as its file has it: arithmetic and comparisons over values written as in a
 * machine's file, with their units. Must never know where values come from, nor what a point is.
 */
@NullMarked
package io.picojoule.sweep.constraint;

import org.jspecify.annotations.NullMarked;
