/**
 * The HTML report: one file that needs nothing but itself, a class for each section. Whatever comes from files goes through
 * {@link io.picojoule.report.html.Html}, which escapes it.
 */
@NullMarked
package io.picojoule.report.html;

import org.jspecify.annotations.NullMarked;
