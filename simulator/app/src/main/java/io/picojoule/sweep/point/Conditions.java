package io.picojoule.sweep.point;

import io.picojoule.area.AreaBreakdown;
import io.picojoule.config.document.Assignment;
import io.picojoule.config.document.Mapping;
import io.picojoule.config.document.Names;
import io.picojoule.config.document.Problem;
import io.picojoule.config.document.Problems;
import io.picojoule.config.document.Scalar;
import io.picojoule.sweep.constraint.Constraint;
import io.picojoule.sweep.constraint.Operand;
import io.picojoule.sweep.spec.SweepSpec;
import io.picojoule.sweep.spec.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What points must meet. A condition over values decides before a point is one of the sweep; one over area takes the machine, and a point
 * that does not meet it is a row with that as its reason.
 */
final class Conditions {
    /** Words for what a machine takes, as conditions have them. */
    private static final String AREA = "area";

    private static final String STORAGE = "storage-area";

    private final List<Condition> overValues;
    private final List<Condition> overArea;

    /** @param values in the order of the constraint's names; empty for area */
    private record Condition(Constraint constraint, List<Optional<PathValues>> values) {
        boolean isOverArea() {
            return values.stream().anyMatch(Optional::isEmpty);
        }

        Operand[] at(int[] choices, Optional<AreaBreakdown> area) {
            Operand[] operands = new Operand[values.size()];
            for (int i = 0; i < operands.length; i++) {
                Optional<PathValues> of = values.get(i);
                operands[i] = of.isPresent()
                        ? of.get().at(choices)
                        : area(constraint.names().get(i), area);
            }
            return operands;
        }

        private static Operand area(String name, Optional<AreaBreakdown> area) {
            return area.map(known -> name.equals(AREA) ? known.squareMillimetres() : known.storageSquareMillimetres())
                    .map(millimetres -> Operand.of(millimetres + " mm2"))
                    .orElse(Operand.MISSING);
        }
    }

    private Conditions(List<Condition> all) {
        this.overValues = all.stream().filter(each -> !each.isOverArea()).toList();
        this.overArea = all.stream().filter(Condition::isOverArea).toList();
    }

    /** Those of a sweep's file. Names that stand for nothing, and comparisons of what does not compare, become problems. */
    static Conditions of(SweepSpec spec, Documents documents, Problems problems) {
        List<Condition> all = new ArrayList<>();
        for (SweepSpec.Where where : spec.where()) {
            Constraint.parse(where.text(), where.place(), "where", problems).ifPresent(constraint -> {
                List<Optional<PathValues>> values = new ArrayList<>();
                for (String name : constraint.names()) {
                    boolean isArea = name.equals(AREA) || name.equals(STORAGE);
                    values.add(isArea ? Optional.empty() : values(name, where, spec, documents, problems));
                }
                Condition condition = new Condition(constraint, values);
                if (problems.isEmpty()) {
                    int[] first = new int[spec.variables().size()];
                    Operand[] operands = condition.at(first, Optional.empty());
                    for (int i = 0; i < operands.length; i++) {
                        operands[i] = values.get(i).isPresent() ? operands[i] : Operand.of("1 mm2");
                    }
                    constraint.check(operands, where.place(), "where", problems);
                }
                all.add(condition);
            });
        }
        return new Conditions(all);
    }

    private static Optional<PathValues> values(
            String name, SweepSpec.Where where, SweepSpec spec, Documents documents, Problems problems) {
        Optional<Assignment> path = Assignment.at(where.place(), name, new Scalar(where.place(), "", false, ""));
        Optional<PathValues> values = path.map(read -> {
            Target target = Target.of(read);
            Assignment within = target.isSaidBy(read) ? read.withoutFirst() : read;
            return PathValues.of(
                    target,
                    within.steps(),
                    document(target, spec, documents),
                    spec.variables(),
                    machine -> documents
                            .machine(machine)
                            .value()
                            .map(each -> each.document().value()));
        });
        if (values.filter(PathValues::isKnown).isEmpty()) {
            TreeSet<String> known = new TreeSet<>(List.of(AREA, STORAGE));
            spec.variables()
                    .forEach(variable -> variable.settings().get(0).stream()
                            .map(setting -> setting.path().replaceFirst("^accelerator\\.", ""))
                            .forEach(known::add));
            String hint = Names.near(name, known).stream()
                    .findFirst()
                    .map(near -> "did you mean '" + near + "'?")
                    .orElse("axes, values of the machine, area and storage-area are wanted");
            problems.add(new Problem(where.place(), "where", "'" + name + "' is no value of any point", hint));
        }
        return Optional.of(values.orElseThrow());
    }

    private static Mapping document(Target target, SweepSpec spec, Documents documents) {
        Mapping nothing = spec.run();
        return switch (target) {
            case ACCELERATOR ->
                documents
                        .machine(spec.accelerator())
                        .value()
                        .map(each -> each.document().value())
                        .orElse(nothing);
            case WORKLOAD ->
                documents
                        .workload(spec.workloads().get(0))
                        .value()
                        .map(each -> each.document().value())
                        .orElse(nothing);
            case ENERGY_TABLE, RUN -> nothing;
        };
    }

    /** Whether a point is one of the sweep. */
    boolean hold(int[] choices) {
        for (Condition condition : overValues) {
            if (!condition.constraint().holds(condition.at(choices, Optional.empty()))) {
                return false;
            }
        }
        return true;
    }

    /** Those that rows depend on. */
    List<String> ofRows() {
        return overArea.stream().map(each -> each.constraint().text()).toList();
    }

    /** Why a machine of this area does not meet them; empty if it does. */
    String reason(int[] choices, Optional<AreaBreakdown> area) {
        for (Condition condition : overArea) {
            String reason = condition.constraint().reason(condition.at(choices, area));
            if (!reason.isEmpty()) {
                return reason;
            }
        }
        return "";
    }
}
