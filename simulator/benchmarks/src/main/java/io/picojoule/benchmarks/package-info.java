/** JMH benchmarks. They are run by hand ({@code scripts/benchmark}), never as tests. */
@NullMarked
package io.picojoule.benchmarks;

import org.jspecify.annotations.NullMarked;
