package io.picojoule.cli;

import io.picojoule.search.Objective;
import io.picojoule.timing.Engine;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What decides a run beside the machine and the network. */
final class RunOptions {
    @Option(
            names = "--batch",
            paramLabel = "N",
            split = ",",
            description = "Inferences that run together; several, with commas between, make a run each. Default: 1.")
    List<Integer> batches = List.of();

    @Option(
            names = "--layers",
            paramLabel = "GLOB",
            split = ",",
            description = "Only these layers: names, in which * matches anything, with commas between.")
    List<String> layers = List.of();

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = {
                "Overrides a value of the machine (array.rows=16), the network (workload.layers[conv1].stride=2) or the run "
                        + "(run.batch=4). May be given more than once."
            })
    List<String> sets = List.of();

    @Option(
            names = "--mapping",
            paramLabel = "FILE|search",
            description =
                    "How layers are laid over the array: a mapping file or preset, or 'search' for the best by --objective. "
                            + "Default: the machine's own for this network; search where it has none.")
    @Nullable
    String mapping;

    @Option(
            names = "--objective",
            paramLabel = "WHAT",
            converter = ObjectiveConverter.class,
            completionCandidates = ObjectiveKeys.class,
            description = "What the search makes small: ${COMPLETION-CANDIDATES}. Default: edp, energy times delay.")
    @Nullable
    Objective objective;

    @Option(
            names = "--energy",
            paramLabel = "NAME",
            description = "Energy table, by name or file. Default: the machine's.")
    @Nullable
    String energy;

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            converter = EngineConverter.class,
            completionCandidates = EngineKeys.class,
            description = "fast, or detailed: the slow one that clocks every part and moves every word. Default: fast.")
    @Nullable
    Engine engine;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the synthetic tensors. Default: 1.")
    @Nullable
    Long seed;

    static final class ObjectiveConverter implements ITypeConverter<Objective> {
        @Override
        public Objective convert(String text) {
            return Arrays.stream(Objective.values())
                    .filter(each -> each.key().equals(text.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() ->
                            new TypeConversionException("'" + text + "' is not one of " + new ObjectiveKeys().list()));
        }
    }

    static final class EngineConverter implements ITypeConverter<Engine> {
        @Override
        public Engine convert(String text) {
            return Arrays.stream(Engine.values())
                    .filter(each -> each.key().equals(text.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() ->
                            new TypeConversionException("'" + text + "' is not one of " + new EngineKeys().list()));
        }
    }

    static final class ObjectiveKeys extends Keys {
        ObjectiveKeys() {
            super(Arrays.stream(Objective.values()).map(Objective::key).toList());
        }
    }

    static final class EngineKeys extends Keys {
        EngineKeys() {
            super(Arrays.stream(Engine.values()).map(Engine::key).toList());
        }
    }

    /** The words that a shell completes. */
    private static class Keys implements Iterable<String> {
        private final List<String> keys;

        Keys(List<String> keys) {
            this.keys = keys;
        }

        String list() {
            return String.join(", ", keys);
        }

        @Override
        public Iterator<String> iterator() {
            return keys.iterator();
        }
    }
}
