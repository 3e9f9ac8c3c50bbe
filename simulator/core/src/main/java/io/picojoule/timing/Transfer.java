package io.picojoule.timing;

import io.picojoule.workload.Operand;

/**
 * Something that moves over the DRAM link.
 *
 * @param number in the order in which the transfers of a layer are asked for, from 1
 * @param operand input, weight or output
 * @param cycles that the channel needs for it: the latency, and its bytes at the rate of the link
 * @param exposed whether the array stands still for it, because the machine does not overlap it
 */
public record Transfer(long number, Operand operand, long bits, long cycles, boolean exposed) {}
