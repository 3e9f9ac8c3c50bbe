package io.picojoule.mapping;

import io.picojoule.workload.LoopNest;
import java.util.function.Consumer;

/**
 * Mappings of one nest that share a part of their parameters: the branches of the tree that a search walks. It asks a branch for its
 * {@link #ideal}, and visits what is below only if even that is good enough.
 */
public interface MappingFamily {
    LoopNest nest();

    /** How many mappings it has, whether the buffers hold them or not. */
    long size();

    /** Processing elements of the mapping that uses most of them. */
    int mostElements();

    /** Passes that fetch each operand as rarely, and send it over the buses as rarely, as any of the family; they need not fit. */
    Passes ideal();

    /** Hands over each way in which the family lays out the array, in a fixed order. */
    void layouts(Consumer<Layout> consumer);

    /**
     * The same, in the order that a test asks for, but for those that it says are not wanted, or that the buffers hold under no tiling; a
     * family may ask it or not.
     */
    default void layouts(LayoutTest test, Consumer<Layout> consumer) {
        layouts(consumer);
    }

    /** Which layouts of a row-stationary family are wanted, before they are made. */
    interface LayoutTest {
        /** Whether any with so many filters an element, and so many blocks, may be. */
        boolean wants(int fewestFilters, int mostFilters, int fewestBlocks, int mostBlocks);

        /** Whether the largest come first, which most of the best are among. */
        boolean largestFirst();
    }

    /** Mappings with the same passes, up to how many images and output columns of a layer a pass takes at a time. */
    interface Layout {
        /** Its place among the layouts of the family, in their fixed order. */
        long number();

        /** How many mappings it has, whether the buffers hold them or not. */
        long size();

        /** The passes with buffers that hold everything: no cheaper ones have this layout, but the buffers may not hold them. */
        Passes ideal();

        /** Hands over each mapping that fits, in a fixed order; those for which another is as good in every respect are left out. */
        void tilings(Consumer<Passes> consumer);
    }
}
