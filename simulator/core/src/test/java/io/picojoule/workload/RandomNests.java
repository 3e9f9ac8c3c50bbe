package io.picojoule.workload;

/** Small loop nests of every sort: strides, dilation, groups, padding, images that are larger or smaller than what is needed. */
public final class RandomNests {
    private final SplitMix random;

    public RandomNests(long seed) {
        this.random = SplitMix.named(seed, "nests");
    }

    public LoopNest next() {
        if (random.nextInt(6) == 0) {
            int height = upTo(3);
            int width = upTo(3);
            return new LoopNest(upTo(3), 1, upTo(7), upTo(6), 1, 1, height, width, 1, 1, 1, height, width, 0, 0);
        }
        int r = upTo(4);
        int s = upTo(4);
        int p = upTo(5);
        int q = upTo(5);
        int strideHeight = upTo(4);
        int strideWidth = upTo(4);
        int dilation = random.nextInt(3) == 0 ? 2 : 1;
        int padTop = random.nextInt(3);
        int padLeft = random.nextInt(3);
        int rows = (p - 1) * strideHeight + (r - 1) * dilation + 1;
        int columns = (q - 1) * strideWidth + (s - 1) * dilation + 1;
        return new LoopNest(
                upTo(4),
                upTo(3),
                upTo(6),
                upTo(6),
                p,
                q,
                r,
                s,
                strideHeight,
                strideWidth,
                dilation,
                Math.max(1, rows - padTop + random.nextInt(5) - 2),
                Math.max(1, columns - padLeft + random.nextInt(5) - 2),
                padTop,
                padLeft);
    }

    private int upTo(int most) {
        return 1 + random.nextInt(most);
    }
}
