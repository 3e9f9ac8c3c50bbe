/**
 * One network on several machines, side by side: what can be compared, over which layers, and how that is told on a terminal, in JSON and
 * in CSV. Like the rest of the reports it computes nothing physical.
 */
@NullMarked
package io.picojoule.report.comparison;

import org.jspecify.annotations.NullMarked;
