/**
 * What a run tells: metrics, the terminal table, JSON, CSV. Computes nothing physical. Must never know where input came from, nor the
 * command line.
 */
@NullMarked
package io.picojoule.report;

import org.jspecify.annotations.NullMarked;
