package io.picojoule.report.html;

import io.picojoule.report.Report;

/** What the processing elements did: worked, or waited, and for what. */
final class CycleSection implements Section {
    @Override
    public String title() {
        return "Cycles";
    }

    @Override
    public boolean appliesTo(Report report) {
        return !report.run().layers().isEmpty();
    }

    @Override
    public void write(Html html, Report report) {
        Charts.shares(
                html,
                "cycles-by-cause",
                "Where the cycles of the active processing elements went",
                Stacks.cycles(report),
                "share of element cycles");
    }
}
