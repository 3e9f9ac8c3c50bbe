/** The rows of a sweep in an SQLite file: nothing acknowledged is lost, whatever ends the program. Must never see: how rows come about, report, cli. */
@NullMarked
package io.picojoule.sweep.store;

import org.jspecify.annotations.NullMarked;
