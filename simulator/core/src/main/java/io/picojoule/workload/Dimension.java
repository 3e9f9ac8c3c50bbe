package io.picojoule.workload;

/** A loop of the field's convolution nest. The single letters are those of the Eyeriss and Timeloop papers. */
public enum Dimension {
    /** Batch. */
    N,
    /** Groups. */
    G,
    /** Output channels of a group. */
    M,
    /** Input channels of a group. */
    C,
    /** Output rows. */
    P,
    /** Output columns. */
    Q,
    /** Filter rows. */
    R,
    /** Filter columns. */
    S
}
