package io.picojoule.sweep.spec;

/** How points are chosen. */
public sealed interface Sampling {
    /** As the file has it. */
    String method();

    /** Every point, the values of the last axis changing fastest. */
    record Grid() implements Sampling {
        @Override
        public String method() {
            return "grid";
        }
    }

    /** The first points of Sobol's sequence, shifted by the seed. */
    record Sobol(int points, long seed) implements Sampling {
        @Override
        public String method() {
            return "sobol";
        }
    }

    /** As many points, which take the values of each axis equally often. */
    record LatinHypercube(int points, long seed) implements Sampling {
        @Override
        public String method() {
            return "latin-hypercube";
        }
    }

    /** A population that is bred for small objectives. */
    record Nsga2(int generations, int population, long seed) implements Sampling {
        @Override
        public String method() {
            return "nsga2";
        }
    }
}
