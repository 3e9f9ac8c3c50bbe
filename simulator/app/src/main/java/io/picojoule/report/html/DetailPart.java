package io.picojoule.report.html;

import io.picojoule.simulation.LayerResult;

/** A part of what unfolds under the row of a layer. A new one is a class, and a line in {@link LayerDetail}. */
interface DetailPart {
    String title();

    /** Whether there is anything to say of this layer. */
    default boolean appliesTo(LayerResult layer) {
        return true;
    }

    /** Whether it takes the full width instead of a column. */
    default boolean isWide() {
        return false;
    }

    /** Writes what comes under the title. */
    void write(Html html, LayerResult layer);
}
