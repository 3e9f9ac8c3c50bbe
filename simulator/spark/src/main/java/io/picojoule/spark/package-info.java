/** Sweeps on Apache Spark. Sees sweeps, what they measure, and the core; nothing sees it, as most have no use for Spark. */
@NullMarked
package io.picojoule.spark;

import org.jspecify.annotations.NullMarked;
