package io.picojoule.timing.processor;

/**
 * So many products of a matrix of weights, {@code rows x depth}, and one of inputs, {@code depth x columns}. Bytes are of all of them.
 *
 * @param inputs what of the input matrices is different; where windows overlap that is less than the matrices hold
 * @param gathered whether the kernel gathers windows from an image: then weights lie in the order of its tiles, and it does not split the inner
 *     dimension among cores
 * @param gather bytes that the last cache delivers for each byte of an input that is wanted, as it delivers whole sectors
 */
record Product(
        long rows,
        long columns,
        long depth,
        long copies,
        Tensor weights,
        Tensor inputs,
        Tensor outputs,
        double gather,
        boolean gathered) {

    /**
     * A tensor in memory.
     *
     * @param crosses whether it comes from DRAM, or goes there; else the last cache keeps it
     */
    record Tensor(double bytes, boolean crosses) {
        /** One of so many equal parts. */
        Tensor part(int parts) {
            return new Tensor(bytes / parts, crosses);
        }

        double dramBytes() {
            return crosses ? bytes : 0;
        }
    }

    double macs() {
        return (double) rows * columns * depth * copies;
    }
}
