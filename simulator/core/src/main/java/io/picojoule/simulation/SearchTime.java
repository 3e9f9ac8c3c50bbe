package io.picojoule.simulation;

import java.util.function.BooleanSupplier;

/** How long the searches of a run may take. Whoever sets a limit has the clock: nothing here does. */
public interface SearchTime {
    /** As long as it takes. */
    SearchTime UNLIMITED = searchesLeft -> () -> false;

    /** This time where so many times as many searches are left, such as those of further dataflows. */
    default SearchTime forOneOf(int rounds) {
        return searchesLeft -> next(Math.multiplyExact(searchesLeft, rounds));
    }

    /**
     * Asked before each search.
     *
     * @param searchesLeft this one included
     * @return says yes once the search is to end with what it has
     */
    BooleanSupplier next(int searchesLeft);
}
