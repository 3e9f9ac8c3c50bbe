package io.picojoule.simulation;

import java.util.function.BooleanSupplier;

/** How long the searches of a run may take. Whoever sets a limit has the clock: nothing here does. */
public interface SearchTime {
    /** As long as it takes. */
    SearchTime UNLIMITED = searchesLeft -> () -> false;

    /**
     * Asked before each search.
     *
     * @param searchesLeft this one included
     * @return says yes once the search is to end with what it has
     */
    BooleanSupplier next(int searchesLeft);
}
