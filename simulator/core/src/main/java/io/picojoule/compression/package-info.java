/**
 * Compressed forms of weights, to the bit, and Deep Compression, which makes weights that they compress well. Must never know a machine:
 * what a form costs to read is a matter of timing.
 */
@NullMarked
package io.picojoule.compression;

import org.jspecify.annotations.NullMarked;
