/**
 * Published measurements beside ours. Must never know reports or the command line.
 */
@NullMarked
package io.picojoule.validation;

import org.jspecify.annotations.NullMarked;
