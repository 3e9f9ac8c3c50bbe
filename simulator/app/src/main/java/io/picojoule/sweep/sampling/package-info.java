/**
 * Which points of a design space are tried. A space is a list of axes, each of so many values; a point is which value of each axis it
 * has. Must never know what an axis means, nor how a point is simulated.
 */
@NullMarked
package io.picojoule.sweep.sampling;

import org.jspecify.annotations.NullMarked;
