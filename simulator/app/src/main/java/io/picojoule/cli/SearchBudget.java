package io.picojoule.cli;

import io.picojoule.simulation.SearchTime;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Shares a time among searches: each may take an even part of what is left when it begins. The clock starts with the first. */
final class SearchBudget implements SearchTime {
    private final Duration budget;
    private long deadlineNanos;
    private boolean runs;

    SearchBudget(Duration budget) {
        this.budget = budget;
    }

    @Override
    public BooleanSupplier next(int searchesLeft) {
        long now = System.nanoTime();
        if (!runs) {
            runs = true;
            deadlineNanos = now + budget.toNanos();
        }
        long end = now + Math.max(0, deadlineNanos - now) / searchesLeft;
        return () -> System.nanoTime() - end >= 0;
    }
}
