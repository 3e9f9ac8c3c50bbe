/**
 * The best mapping of a layer for an objective: candidates priced by their counts and bounds. Must never know YAML or reports.
 */
@NullMarked
package io.picojoule.search;

import org.jspecify.annotations.NullMarked;
