/**
 * One network on one array under several dataflows, layer by layer: which is best, and how that is told on a terminal, in JSON and in CSV. Like
 * the rest of the reports it computes nothing physical.
 */
@NullMarked
package io.picojoule.report.dataflow;

import org.jspecify.annotations.NullMarked;
