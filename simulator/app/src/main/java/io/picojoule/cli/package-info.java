/** The {@code pj} command line: the only place that prints, exits and reads the clock. */
@NullMarked
package io.picojoule.cli;

import org.jspecify.annotations.NullMarked;
