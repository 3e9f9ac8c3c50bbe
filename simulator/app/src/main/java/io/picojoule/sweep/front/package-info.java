/**
 * Which of many points are worth building: those that no other point is at least as good as in every objective and better in one. Must
 * never know what an objective means.
 */
@NullMarked
package io.picojoule.sweep.front;

import org.jspecify.annotations.NullMarked;
