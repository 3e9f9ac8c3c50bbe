/**
 * Which datum is where, when: dataflows, mappings as loop nests, and the analysis of the passes they make. Must never know cycles,
 * joules or YAML.
 */
@NullMarked
package io.picojoule.mapping;

import org.jspecify.annotations.NullMarked;
