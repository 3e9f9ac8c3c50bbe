package io.picojoule.sweep.point;

import io.picojoule.config.Globs;
import io.picojoule.config.document.InvalidInputException;
import io.picojoule.workload.Network;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The layers of a network that a run selects. The last selection is remembered: what is equal stays the same object. One thread's own. */
final class Networks {
    private @Nullable Network whole;
    private List<String> patterns = List.of();
    private @Nullable Read<Network> selected;

    Read<Network> only(Network network, List<String> layers) {
        Read<Network> last = selected;
        if (last != null && whole == network && patterns.equals(layers)) {
            return last;
        }
        Read<Network> read = select(network, layers);
        whole = network;
        patterns = layers;
        selected = read;
        return read;
    }

    private static Read<Network> select(Network network, List<String> layers) {
        try {
            return Read.of(Globs.only(network, layers));
        } catch (InvalidInputException invalid) {
            return Read.refused("run.layers: " + invalid.problems().get(0).found());
        }
    }
}
