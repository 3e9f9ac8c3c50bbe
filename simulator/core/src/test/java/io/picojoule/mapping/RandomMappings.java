package io.picojoule.mapping;

import io.picojoule.workload.LoopNest;
import io.picojoule.workload.RandomNests;
import io.picojoule.workload.SplitMix;

/** Row-stationary mappings of small generated layers, most of them ragged; what a machine could hold does not matter. */
final class RandomMappings {
    private final RandomNests nests;
    private final SplitMix random;

    RandomMappings(long seed) {
        this.nests = new RandomNests(seed);
        this.random = SplitMix.named(seed, "mappings");
    }

    Mapping next() {
        LoopNest nest = nests.next();
        return RowStationary.mapping(
                nest,
                new RowStationaryParameters(
                        upTo(nest.m() + 1),
                        upTo(nest.n() + 1),
                        upTo(nest.p() + 1),
                        upTo(4),
                        upTo(4),
                        upTo(3),
                        upTo(3),
                        part(nest.q()),
                        part(nest.r()),
                        part(nest.s())));
    }

    private int part(int extent) {
        return random.nextInt(3) == 0 ? upTo(extent) : RowStationaryParameters.WHOLE;
    }

    private int upTo(int most) {
        return 1 + random.nextInt(most);
    }
}
