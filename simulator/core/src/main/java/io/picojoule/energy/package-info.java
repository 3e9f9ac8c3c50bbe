/**
 * What it costs: counts times a table, in one place. Must never know how cycles come about, mappings or YAML.
 */
@NullMarked
package io.picojoule.energy;

import org.jspecify.annotations.NullMarked;
