package io.picojoule.report.html;

import io.picojoule.report.Report;

/** A part of the page. A new one is a class, and a line in {@link HtmlReport}. */
interface Section {
    /** In the list of contents; also the anchor. */
    String title();

    /** Whether there is anything to say. */
    default boolean appliesTo(Report report) {
        return true;
    }

    /** Writes what comes under the title. */
    void write(Html html, Report report);

    default String anchor() {
        return title().toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
    }
}
