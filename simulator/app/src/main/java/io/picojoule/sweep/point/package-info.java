/** A point of a sweep made into machines, networks and runs, and measured. Must never see: how points are chosen and kept, report, cli. */
@NullMarked
package io.picojoule.sweep.point;

import org.jspecify.annotations.NullMarked;
