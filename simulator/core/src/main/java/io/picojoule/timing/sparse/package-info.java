/**
 * Sparse engines: a layer as an engine gets it, with its matrix encoded, and the counts that both engines fill in. The two engines, {@code
 * fast} and {@code detailed}, never see each other: their agreement is a test, not a design.
 */
@NullMarked
package io.picojoule.timing.sparse;

import org.jspecify.annotations.NullMarked;
