package io.picojoule.hardware;

/** Anything a network can run on. Each kind is plain data; how it spends its cycles is the business of the timing package. */
public sealed interface Machine permits SpatialArray {
    /** Name, provenance and price. */
    MachineIdentity identity();

    /** The kind as files name it. */
    String kind();

    long clockHertz();

    /** Multiply-accumulates a cycle when everything is busy, at the machine's own precision. */
    long macsPerCycle();

    default String name() {
        return identity().name();
    }
}
