/**
 * The files of SCALE-Sim, another simulator of systolic arrays: its topologies become the documents that networks are written in here, its
 * configurations those of machines. Must never know how networks and machines are read.
 */
@NullMarked
package io.picojoule.config.scalesim;

import org.jspecify.annotations.NullMarked;
