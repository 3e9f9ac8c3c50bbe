/**
 * What is to be computed: networks, layers, the loop nest every arithmetic layer lowers to, operands and their tensors. Must never
 * know a machine.
 */
@NullMarked
package io.picojoule.workload;

import org.jspecify.annotations.NullMarked;
