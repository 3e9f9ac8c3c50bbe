/** The course of a run as a file of the Chrome trace format, which Perfetto and {@code chrome://tracing} open. */
@NullMarked
package io.picojoule.report.trace;

import org.jspecify.annotations.NullMarked;
