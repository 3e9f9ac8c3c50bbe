package io.picojoule.report.html;

import java.util.Locale;

/**
 * A part of a page. A new one is a class, and a line in {@link HtmlReport}, or in the list of whatever page it belongs to.
 *
 * @param <T> what the page is about
 */
public interface Section<T> {
    /** In the list of contents; also the anchor. */
    String title();

    /** Whether there is anything to say. */
    default boolean appliesTo(T subject) {
        return true;
    }

    /** Writes what comes under the title. */
    void write(Html html, T subject);

    default String anchor() {
        return title().toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
