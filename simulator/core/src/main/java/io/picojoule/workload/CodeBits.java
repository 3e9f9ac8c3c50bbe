package io.picojoule.workload;

/**
 * Bits of Deep Compression: of the codes that stand for the weights of convolutions and of other layers, and of relative indices.
 *
 * @param conv of a code in a convolution
 * @param fullyConnected of a code in any other layer
 * @param index of the number of zeros before an entry
 */
public record CodeBits(int conv, int fullyConnected, int index) {
    public static final int MOST = 16;
    /** Of AlexNet and VGG-16 (Han et al., ICLR 2016, Tables 4 and 5). */
    public static final CodeBits DEFAULT = new CodeBits(8, 5, 4);

    public CodeBits {
        require("conv", conv);
        require("fully-connected", fullyConnected);
        require("index", index);
    }

    private static void require(String key, int bits) {
        if (bits < 1 || bits > MOST) {
            throw new IllegalArgumentException("CodeBits: " + key + " must be 1 to " + MOST + " bit, not " + bits);
        }
    }

    /** Of the codes of a layer. */
    public int of(NetworkLayer layer) {
        return layer.layer() instanceof Convolution || layer.layer() instanceof DepthwiseConvolution
                ? conv
                : fullyConnected;
    }
}
