package io.picojoule.simulation;

/** Runs a network on a machine. */
public final class Simulator {
    private Simulator() {}

    /** Simulates the request. Deterministic: the same request gives the same result, at any thread count. */
    public static RunResult run(RunRequest request) {
        throw new UnsupportedOperationException("under construction");
    }
}
