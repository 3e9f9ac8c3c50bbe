/**
 * The page of a sweep, a class for each section; frame and style are those of all pages. What the reader may ask is drawn by scripts from data
 * in the page; the rest, and a front, are there without scripts too.
 */
@NullMarked
package io.picojoule.report.html.sweep;

import org.jspecify.annotations.NullMarked;
