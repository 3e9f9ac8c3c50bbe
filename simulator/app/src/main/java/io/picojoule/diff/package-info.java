/**
 * What moved between two results that were written to files. Must never know the command line, nor how results come about.
 */
@NullMarked
package io.picojoule.diff;

import org.jspecify.annotations.NullMarked;
