/**
 * What a sweep came to, as tables, CSV and JSON of its front and as the figures of its page. Rows are read once, in their order, and few are
 * kept: those of fronts, and a sample of all others.
 */
@NullMarked
package io.picojoule.report.sweep;

import org.jspecify.annotations.NullMarked;
