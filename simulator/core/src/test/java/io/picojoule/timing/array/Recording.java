package io.picojoule.timing.array;

import io.picojoule.timing.LayerTrace;
import java.util.ArrayList;
import java.util.List;

/** Keeps all that it hears. */
final class Recording implements LayerTrace {
    /** All, in the order in which they came. */
    final List<Object> events = new ArrayList<>();

    final List<Pass> passes = new ArrayList<>();
    final List<Service> services = new ArrayList<>();

    @Override
    public void pass(Pass pass) {
        passes.add(pass);
        events.add(pass);
    }

    @Override
    public void served(Service service) {
        services.add(service);
        events.add(service);
    }

    @Override
    public void operations(long start, long end, long count) {
        throw new AssertionError("an array is no vector unit");
    }
}
