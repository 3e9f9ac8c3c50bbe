package io.picojoule.config;

import io.picojoule.config.document.Glob;
import io.picojoule.config.document.Mapping;
import io.picojoule.config.document.Names;
import io.picojoule.config.document.Problems;
import io.picojoule.config.document.Section;
import io.picojoule.config.document.Value;
import io.picojoule.mapping.GivenMapping;
import io.picojoule.mapping.GivenMappings;
import io.picojoule.mapping.RowStationaryParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A mapping document to mappings of the layers of a network. Its keys are names of layers, or globs; an exact name counts before a glob,
 * and an earlier glob before a later one.
 */
final class MappingReader {
    private static final int LAYERS_NAMED = 6;
    private static final String EXAMPLE = "{m: 64, n: 4, e: 13, p: 16, q: 3, r: 2, t: 2}";
    static final int LARGEST = 1_000_000;

    private final List<String> layers;

    private MappingReader(List<String> layers) {
        this.layers = layers;
    }

    /**
     * @param layers names of the network's layers
     */
    static Optional<GivenMappings> read(Mapping document, List<String> layers, Problems problems) {
        return new MappingReader(layers).read(Section.of(document, problems));
    }

    private Optional<GivenMappings> read(Section root) {
        String name = root.textOr("name", "");
        root.textOr("description", "");
        String source = root.textOr("source", "");
        Map<String, GivenMapping> exact = new LinkedHashMap<>();
        Map<String, GivenMapping> globs = new LinkedHashMap<>();
        Optional<Section> wrapper = root.findSection("layers");
        wrapper.ifPresent(section -> collect(section, exact, globs));
        collect(root, exact, globs);
        for (String layer : layers) {
            for (Map.Entry<String, GivenMapping> glob : globs.entrySet()) {
                if (!exact.containsKey(layer) && Glob.matches(glob.getKey(), layer)) {
                    exact.put(layer, glob.getValue());
                }
            }
        }
        return root.build(() -> new GivenMappings(name, source, exact));
    }

    private void collect(Section section, Map<String, GivenMapping> exact, Map<String, GivenMapping> globs) {
        Map<String, Value> named = section.rest();
        if (named.size() > 1 && named.keySet().stream().noneMatch(this::isKnown)) {
            Map.Entry<String, Value> first = named.entrySet().iterator().next();
            first.getValue()
                    .refuse(
                            "the workload has no layer '" + first.getKey() + "', nor any of the " + (named.size() - 1)
                                    + " others that are named here; is this the mapping of another network, or none at all?",
                            "layers are " + String.join(", ", layers.subList(0, Math.min(LAYERS_NAMED, layers.size())))
                                    + (layers.size() > LAYERS_NAMED ? ", ..." : ""),
                            "");
            return;
        }
        named.forEach((pattern, value) -> {
            if (!isKnown(pattern)) {
                value.refuse("the workload has no layer '" + pattern + "'", Names.hint(pattern, layers), "");
                return;
            }
            given(value.section(EXAMPLE))
                    .ifPresent(given -> (Glob.isGlob(pattern) ? globs : exact).put(pattern, given));
        });
    }

    private boolean isKnown(String pattern) {
        return layers.stream().anyMatch(layer -> Glob.matches(pattern, layer));
    }

    private static Optional<GivenMapping> given(Section section) {
        Optional<Value> loops = section.find("loops");
        Optional<GivenMapping> given = loops.isPresent() ? loops(loops.get()) : parameters(section);
        section.done();
        return given;
    }

    private static Optional<GivenMapping> loops(Value text) {
        try {
            return Optional.of(new GivenMapping.Loops(
                    io.picojoule.mapping.Mapping.parse(text.text("for m in 0..96 step 32  @ global-buffer"))));
        } catch (IllegalArgumentException unreadable) {
            text.refuse(Section.withoutType(String.valueOf(unreadable.getMessage())), "", "");
            return Optional.empty();
        }
    }

    private static Optional<GivenMapping> parameters(Section section) {
        int m = parameter(section, "m", "64");
        int n = parameter(section, "n", "4");
        int e = parameter(section, "e", "13");
        int p = parameter(section, "p", "16");
        int q = parameter(section, "q", "3");
        int r = parameter(section, "r", "2");
        int t = parameter(section, "t", "2");
        int f = parameterOrWhole(section, "f");
        int filterRows = parameterOrWhole(section, "filter-rows");
        int filterColumns = parameterOrWhole(section, "filter-columns");
        boolean flattened = section.flagOr("flattened", false);
        return section.build(() -> new GivenMapping.Parameters(
                new RowStationaryParameters(m, n, e, p, q, r, t, f, filterRows, filterColumns), flattened));
    }

    private static int parameterOrWhole(Section section, String key) {
        return section.wholeOr(key, RowStationaryParameters.WHOLE, 1, LARGEST, "7");
    }

    private static int parameter(Section section, String key, String example) {
        return section.whole(key, 1, LARGEST, example);
    }
}
