/**
 * Charts as inline SVG: JFreeChart lays them out, Batik writes them down, and a style sheet colours them.
 */
@NullMarked
package io.picojoule.report.chart;

import org.jspecify.annotations.NullMarked;
