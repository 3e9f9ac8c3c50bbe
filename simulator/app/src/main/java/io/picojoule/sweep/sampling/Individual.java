package io.picojoule.sweep.sampling;

/**
 * A point that was tried.
 *
 * @param objectives of it, all to be small; none if it cannot be
 */
record Individual(int[] choices, double[] objectives) {
    boolean isFeasible() {
        return objectives.length > 0;
    }

    /** In no objective worse and in one better; what can be dominates what cannot (Deb's constrained domination). */
    boolean dominates(Individual other) {
        if (!isFeasible() || !other.isFeasible()) {
            return isFeasible() && !other.isFeasible();
        }
        boolean isBetter = false;
        for (int i = 0; i < objectives.length; i++) {
            if (objectives[i] > other.objectives[i]) {
                return false;
            }
            isBetter |= objectives[i] < other.objectives[i];
        }
        return isBetter;
    }
}
