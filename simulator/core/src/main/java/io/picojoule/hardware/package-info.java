/**
 * What it runs on: machines and memories as plain records. Must never know a network, a mapping or a cycle.
 */
@NullMarked
package io.picojoule.hardware;

import org.jspecify.annotations.NullMarked;
