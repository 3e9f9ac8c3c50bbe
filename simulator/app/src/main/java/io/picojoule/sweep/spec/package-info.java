/** The file of a sweep: what it varies, what runs, how points are chosen. Knows how such files read; must never see: how points run, the store, report, cli. */
@NullMarked
package io.picojoule.sweep.spec;

import org.jspecify.annotations.NullMarked;
