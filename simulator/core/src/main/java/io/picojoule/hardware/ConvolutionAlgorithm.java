package io.picojoule.hardware;

/** How the library of a processor may compute a convolution. */
public enum ConvolutionAlgorithm {
    /** One product of matrices that are never written down: each tile gathers its windows from the cache. */
    DIRECT("direct"),
    /** The windows of an image are laid out as a matrix in memory, which is then multiplied; image after image. */
    GEMM("gemm"),
    /** Minimal filtering of 3 x 3 windows, F(2 x 2, 3 x 3): 16 multiplications where there were 36 (Lavin and Gray, CVPR 2016). */
    WINOGRAD("winograd"),
    /** Products of spectra, in tiles of up to 32 x 32 (Vasilache et al., ICLR 2015). */
    FFT("fft");

    private final String key;

    ConvolutionAlgorithm(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }
}
