/**
 * Design-space sweeps: what varies, which points of the space are tried, each simulated as if it were written by hand, and which of them
 * are worth building. Must never see: report, cli.
 */
@NullMarked
package io.picojoule.sweep;

import org.jspecify.annotations.NullMarked;
