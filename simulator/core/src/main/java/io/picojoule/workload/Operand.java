package io.picojoule.workload;

import static io.picojoule.workload.Dimension.C;
import static io.picojoule.workload.Dimension.G;
import static io.picojoule.workload.Dimension.M;
import static io.picojoule.workload.Dimension.N;
import static io.picojoule.workload.Dimension.P;
import static io.picojoule.workload.Dimension.Q;
import static io.picojoule.workload.Dimension.R;
import static io.picojoule.workload.Dimension.S;

import java.util.Set;

/** What a word is. Which dimensions index an operand decides every reuse: a loop over any other dimension reuses it. */
public enum Operand {
    INPUT("input", Set.of(N, G, C, P, Q, R, S)),
    WEIGHT("weight", Set.of(G, M, C, R, S)),
    PARTIAL_SUM("partial-sum", Set.of(N, G, M, P, Q)),
    OUTPUT("output", Set.of(N, G, M, P, Q));

    private final String key;
    private final Set<Dimension> dimensions;

    Operand(String key, Set<Dimension> dimensions) {
        this.key = key;
        this.dimensions = dimensions;
    }

    /** The word used in files and tables. */
    public String key() {
        return key;
    }

    /** The loops whose index selects a datum of this operand; an input is indexed by {@code P} with {@code R}, {@code Q} with {@code S}. */
    public boolean isIndexedBy(Dimension dimension) {
        return dimensions.contains(dimension);
    }
}
