package io.picojoule.config.document;

/** A node of a document. Nodes are values: merging and overriding make new ones. */
public sealed interface Node permits Scalar, Sequence, Mapping {
    Place place();

    /** What it is, in words. */
    String what();
}
