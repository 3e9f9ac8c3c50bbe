/**
 * What it costs: counts times a table, in one place. Must never know cycles loops, mappings or YAML.
 */
@NullMarked
package io.picojoule.energy;

import org.jspecify.annotations.NullMarked;
