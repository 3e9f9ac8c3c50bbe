/**
 * The narrow waist: counts of accesses by action, operand and memory level, and of arithmetic. Timing produces them, energy prices
 * them; this package knows neither.
 */
@NullMarked
package io.picojoule.activity;

import org.jspecify.annotations.NullMarked;
