/**
 * The story: a network on a machine, layer by layer, to one result. Must never know YAML or reports.
 */
@NullMarked
package io.picojoule.simulation;

import org.jspecify.annotations.NullMarked;
