package io.picojoule.mapping;

import java.util.Map;
import java.util.Optional;

/** What a mapping file says, by name of the layer. */
public record GivenMappings(String name, String source, Map<String, GivenMapping> byLayer) {
    /** No mapping is given for any layer. */
    public static final GivenMappings NONE = new GivenMappings("", "", Map.of());

    public GivenMappings {
        byLayer = Map.copyOf(byLayer);
    }

    /** Whether they can be of this dataflow: the papers' parameters are row-stationary's alone. */
    public boolean suit(String dataflow) {
        return dataflow.equals(MappingSummary.ROW_STATIONARY)
                || byLayer.values().stream().noneMatch(GivenMapping.Parameters.class::isInstance);
    }

    public Optional<GivenMapping> of(String layer) {
        return Optional.ofNullable(byLayer.get(layer));
    }
}
