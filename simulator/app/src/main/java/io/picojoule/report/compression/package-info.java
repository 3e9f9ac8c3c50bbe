/** What compression makes of the weights of a network, as a table, JSON and CSV. Computes nothing but sums and quotients. */
@NullMarked
package io.picojoule.report.compression;

import org.jspecify.annotations.NullMarked;
