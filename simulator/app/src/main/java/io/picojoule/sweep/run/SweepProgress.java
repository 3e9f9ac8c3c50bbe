package io.picojoule.sweep.run;

import io.picojoule.sweep.SweepRow;
import java.util.List;

/** Hears how far a sweep is. */
public interface SweepProgress {
    /**
     * Rows that are in the store now.
     *
     * @param fresh whether they were simulated, not found from before
     */
    void rows(List<SweepRow> rows, boolean fresh);
}
