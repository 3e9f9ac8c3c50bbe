package io.picojoule.report.html.comparison;

import io.picojoule.report.comparison.Comparison;

/**
 * A comparison among those of one command, which differ in their batch.
 *
 * @param href of its page, from the page that is written
 */
public record BatchPage(Comparison comparison, String href) {}
