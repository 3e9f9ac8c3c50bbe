/**
 * When everything happens: cycles, what every component did in each of them, and the counts that follow. Must never know joules or YAML.
 */
@NullMarked
package io.picojoule.timing;

import org.jspecify.annotations.NullMarked;
