/** The page of a comparison, a class for each section; frame and style are those of all pages. */
@NullMarked
package io.picojoule.report.html.comparison;

import org.jspecify.annotations.NullMarked;
