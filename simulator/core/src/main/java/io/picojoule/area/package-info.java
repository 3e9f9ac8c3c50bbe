/**
 * What a machine takes on a die: its parts times a table. Sees machines as records, and must never know counts, cycles, joules or YAML.
 */
@NullMarked
package io.picojoule.area;

import org.jspecify.annotations.NullMarked;
