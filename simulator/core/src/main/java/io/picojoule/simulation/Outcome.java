package io.picojoule.simulation;

/** What became of a layer. */
sealed interface Outcome {
    record Ran(LayerResult result) implements Outcome {}

    record Skipped(SkippedLayer layer) implements Outcome {}
}
