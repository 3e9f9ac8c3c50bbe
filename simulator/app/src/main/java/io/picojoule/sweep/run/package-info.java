/** Points of a sweep chosen, simulated side by side, and kept. Must never see: report, cli. */
@NullMarked
package io.picojoule.sweep.run;

import org.jspecify.annotations.NullMarked;
