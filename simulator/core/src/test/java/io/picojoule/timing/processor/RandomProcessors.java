package io.picojoule.timing.processor;

import io.picojoule.hardware.Cache;
import io.picojoule.hardware.ConvolutionAlgorithm;
import io.picojoule.hardware.KernelTile;
import io.picojoule.hardware.MatrixKernels;
import io.picojoule.hardware.NumberType;
import io.picojoule.hardware.SparseKernels;
import io.picojoule.workload.SplitMix;
import java.util.ArrayList;
import java.util.List;

/** Processors of any odd size, from a seed: any of their parts may be what binds. */
public final class RandomProcessors {
    private static final int GIGA = 1_000_000_000;
    private final SplitMix random;

    public RandomProcessors(SplitMix random) {
        this.random = random;
    }

    public TestProcessor next() {
        NumberType type = NumberType.values()[random.nextInt(NumberType.values().length)];
        int cores = upTo(20);
        TestProcessor machine = new TestProcessor()
                .cores(cores)
                .lanes(1 << random.nextInt(8))
                .precision(type, upTo(4))
                .registers(1L << (9 + random.nextInt(10)))
                .caches(caches())
                .dram(upTo(100), share(), share())
                .coreBandwidth(random.nextInt(2) == 0 ? TestProcessor.UNBOUNDED : upTo(20))
                .launch(random.nextInt(2) * random.nextInt(5_000))
                .algorithms(algorithms())
                .kernels(kernels())
                .vector(share(), flag() ? Integer.MAX_VALUE : upTo(32));
        if (flag()) {
            machine.addsBiases();
        }
        if (flag()) {
            machine.groupsApart();
        }
        return random.nextInt(2) == 0
                ? machine
                : machine.skipping(
                        new SparseKernels(upTo(cores), random.nextInt(4), random.nextInt(3), share(), flag()));
    }

    public MatrixKernels kernels() {
        List<KernelTile> tiles = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            tiles.add(tile());
        }
        return new MatrixKernels(
                tiles,
                new KernelTile(upTo(8), upTo(8)),
                flag(),
                1 << random.nextInt(6),
                random.nextInt(2) * random.nextInt(200),
                random.nextInt(2) * random.nextInt(2_000),
                share(),
                share(),
                random.nextInt(3) > 0 ? 0 : (long) upTo(50) * GIGA,
                random.nextInt(3) / 2.0);
    }

    public KernelTile tile() {
        return new KernelTile(upTo(64), upTo(64));
    }

    private Cache[] caches() {
        List<Cache> caches = new ArrayList<>();
        for (Cache.Place place : Cache.Place.values()) {
            if (flag()) {
                caches.add(new Cache(
                        place,
                        1L << (9 + random.nextInt(14)),
                        (1L + random.nextInt(500)) * GIGA,
                        1 << (3 + random.nextInt(5))));
            }
        }
        if (caches.isEmpty()) {
            caches.add(new Cache(Cache.Place.L3, 1, GIGA, 64));
        }
        return caches.toArray(Cache[]::new);
    }

    private ConvolutionAlgorithm[] algorithms() {
        ConvolutionAlgorithm[] all = ConvolutionAlgorithm.values();
        return flag() ? all : new ConvolutionAlgorithm[] {all[random.nextInt(all.length)]};
    }

    private double share() {
        return upTo(20) / 20.0;
    }

    private boolean flag() {
        return random.nextInt(2) == 0;
    }

    /** Uniform in 1 .. most. */
    private int upTo(int most) {
        return 1 + random.nextInt(most);
    }
}
