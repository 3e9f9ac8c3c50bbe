package io.picojoule.mapping;

import java.util.List;
import java.util.Optional;

/** Where dataflows are listed: a new one is a line here. */
public final class Dataflows {
    private static final List<Dataflow> ALL = List.of(
            new RowStationary(),
            new WeightStationary(),
            new OutputStationary(),
            new OutputStationarySocMop(),
            new OutputStationaryMocMop(),
            new OutputStationaryMocSop(),
            new InputStationary(),
            new NoLocalReuse(),
            new CustomDataflow());

    private Dataflows() {}

    public static List<Dataflow> all() {
        return ALL;
    }

    public static Optional<Dataflow> named(String key) {
        return ALL.stream().filter(dataflow -> dataflow.key().equals(key)).findFirst();
    }
}
