package io.picojoule.cli;

import io.picojoule.search.Objective;
import io.picojoule.timing.Engine;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The words that an option or argument knows: those that a shell completes, and what each stands for. */
abstract class Words<T> implements ITypeConverter<T>, Iterable<String> {
    private final Map<String, T> values = new LinkedHashMap<>();

    private Words(T[] values, Function<T, String> key) {
        for (T value : values) {
            this.values.put(key.apply(value), value);
        }
    }

    @Override
    public T convert(String text) {
        T value = values.get(text.toLowerCase(Locale.ROOT));
        if (value == null) {
            throw new TypeConversionException("'" + text + "' is not one of " + String.join(", ", values.keySet()));
        }
        return value;
    }

    @Override
    public Iterator<String> iterator() {
        return values.keySet().iterator();
    }

    /** Of {@code --objective}. */
    static final class OfObjective extends Words<Objective> {
        OfObjective() {
            super(Objective.values(), Objective::key);
        }
    }

    /** Of {@code --engine}. */
    static final class OfEngine extends Words<Engine> {
        OfEngine() {
            super(Engine.values(), Engine::key);
        }
    }

    /** Of {@code --format}. */
    static final class OfFormat extends Words<OutputOptions.Format> {
        OfFormat() {
            super(OutputOptions.Format.values(), Enum::name);
        }
    }

    /** Of {@code pj init}. */
    static final class OfKind extends Words<InitCommand.Kind> {
        OfKind() {
            super(InitCommand.Kind.values(), Enum::name);
        }
    }
}
