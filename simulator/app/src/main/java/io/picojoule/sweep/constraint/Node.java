package io.picojoule.sweep.constraint;

/** A part of an expression. */
sealed interface Node permits Term, Clause {
    /** As it is written. */
    String text();
}
