/**
 * Spatial arrays with multicast buses: a pass of the array to the cycle, the DRAM transfers around it, and two engines that must agree.
 */
@NullMarked
package io.picojoule.timing.array;

import org.jspecify.annotations.NullMarked;
