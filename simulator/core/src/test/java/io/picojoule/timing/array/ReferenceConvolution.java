package io.picojoule.timing.array;

import io.picojoule.workload.LayerData;
import io.picojoule.workload.LoopNest;

/** The layer as its loop nest says, and nothing else: the oracle for the numbers. */
final class ReferenceConvolution {
    private ReferenceConvolution() {}

    /** Outputs {@code [n][g*m][p][q]}, row-major. */
    static int[] outputs(LoopNest nest, LayerData data) {
        int[] outputs = new int[(int) nest.outputWords()];
        int next = 0;
        for (int n = 0; n < nest.n(); n++) {
            for (int filter = 0; filter < nest.g() * nest.m(); filter++) {
                for (int p = 0; p < nest.p(); p++) {
                    for (int q = 0; q < nest.q(); q++) {
                        outputs[next++] = output(nest, data, filter, p, q);
                    }
                }
            }
        }
        return outputs;
    }

    private static int output(LoopNest nest, LayerData data, int filter, int p, int q) {
        int firstChannel = filter / nest.m() * nest.c();
        int sum = 0;
        for (int c = 0; c < nest.c(); c++) {
            for (int r = 0; r < nest.r(); r++) {
                for (int s = 0; s < nest.s(); s++) {
                    int row = p * nest.strideHeight() + r * nest.dilation();
                    int column = q * nest.strideWidth() + s * nest.dilation();
                    int weight = data.weights()[((filter * nest.c() + c) * nest.r() + r) * nest.s() + s];
                    sum += data.inputAt(firstChannel + c, row, column) * weight;
                }
            }
        }
        return sum;
    }
}
