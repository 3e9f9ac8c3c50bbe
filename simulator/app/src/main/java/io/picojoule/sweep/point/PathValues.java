package io.picojoule.sweep.point;

import io.picojoule.config.document.Assignment;
import io.picojoule.config.document.Assignment.Step;
import io.picojoule.config.document.Mapping;
import io.picojoule.config.document.Node;
import io.picojoule.config.document.Scalar;
import io.picojoule.config.document.Sequence;
import io.picojoule.sweep.constraint.Operand;
import io.picojoule.sweep.spec.Setting;
import io.picojoule.sweep.spec.Target;
import io.picojoule.sweep.spec.Variable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The value of one path at any point: that of the last axis which sets it, else what the document says. Read once, looked up often. */
final class PathValues {
    private final Operand base;
    /** By axis and value; null where the axis does not set the path, or another document leaves it out. */
    private final @Nullable Operand[][] byAxis;

    private PathValues(Operand base, @Nullable Operand[][] byAxis) {
        this.base = base;
        this.byAxis = byAxis;
    }

    /**
     * That of a path.
     *
     * @param path within a document of the target
     * @param document where it stands if no axis sets it
     * @param named the document that a setting of a whole one names
     */
    static PathValues of(
            Target target,
            List<Step> path,
            Node document,
            List<Variable> variables,
            Function<String, Optional<Mapping>> named) {
        @Nullable Operand[][] byAxis = new Operand[variables.size()][];
        for (int axis = 0; axis < byAxis.length; axis++) {
            Variable variable = variables.get(axis);
            byAxis[axis] = new Operand[variable.axis().size()];
            for (int value = 0; value < byAxis[axis].length; value++) {
                for (Setting setting : variable.settings().get(value)) {
                    if (setting.target() == target) {
                        byAxis[axis][value] = set(setting, path, named).orElse(byAxis[axis][value]);
                    }
                }
            }
        }
        return new PathValues(text(document, path).map(Operand::of).orElse(Operand.MISSING), byAxis);
    }

    private static Optional<Operand> set(Setting setting, List<Step> path, Function<String, Optional<Mapping>> named) {
        Assignment assignment = setting.assignment();
        List<Step> steps = assignment.steps();
        if (setting.isWhole()) {
            return named.apply(setting.text())
                    .map(document -> text(document, path).map(Operand::of).orElse(Operand.MISSING));
        }
        boolean isAround = steps.size() <= path.size() && steps.equals(path.subList(0, steps.size()));
        return isAround
                ? text(assignment.value(), path.subList(steps.size(), path.size()))
                        .map(Operand::of)
                : Optional.empty();
    }

    Operand at(int[] choices) {
        for (int axis = byAxis.length - 1; axis >= 0; axis--) {
            Operand set = byAxis[axis][choices[axis]];
            if (set != null) {
                return set;
            }
        }
        return base;
    }

    /** Whether it has a value somewhere. */
    boolean isKnown() {
        return base != Operand.MISSING
                || java.util.Arrays.stream(byAxis)
                        .flatMap(java.util.Arrays::stream)
                        .filter(Objects::nonNull)
                        .anyMatch(operand -> operand != Operand.MISSING);
    }

    private static Optional<String> text(Node node, List<Step> path) {
        Optional<Node> at = Optional.of(node);
        for (Step step : path) {
            at = at.flatMap(inside -> child(inside, step));
        }
        return at.filter(Scalar.class::isInstance)
                .map(leaf -> ((Scalar) leaf).text().strip());
    }

    private static Optional<Node> child(Node node, Step step) {
        if (node instanceof Mapping map) {
            return map.value(step.name());
        }
        if (!(node instanceof Sequence list)) {
            return Optional.empty();
        }
        if (step.index() >= 0) {
            return list.items().stream().skip(step.index()).findFirst();
        }
        return list.items().stream()
                .filter(item -> item instanceof Mapping map
                        && map.text("name").orElse("").equals(step.name()))
                .findFirst();
    }
}
