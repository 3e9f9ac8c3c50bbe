package io.picojoule.workload;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A recurrent layer over a sequence. It is computed in three parts: the product of all inputs at once, then, step after step, the product
 * of the last state and the gates. Weights are {@code [gates x hidden, features]} and {@code [gates x hidden, hidden]}.
 *
 * @param hidden units of the state, which is also the output of each step
 * @param steps of a sequence that the layer above does not tell: a plain vector then stands for so many, one each step
 * @param activation of the candidate and of the output, {@code tanh} in the papers
 * @param bias one vector for the sum of both products
 */
public record Recurrent(
        LayerCommon common, Cell cell, int hidden, OptionalInt steps, Pointwise.Function activation, boolean bias)
        implements Layer {
    public Recurrent {
        common.requireNoFiles(cell.key());
        if (hidden < 1 || (steps.isPresent() && steps.getAsInt() < 1)) {
            throw new IllegalArgumentException("Recurrent: hidden and steps must be at least 1");
        }
    }

    @Override
    public String kind() {
        return cell.key();
    }

    @Override
    public Shape output(List<Shape> inputs) {
        return Shape.sequence(hidden, sequence(inputs).height());
    }

    @Override
    public List<NetworkLayer> parts(NetworkLayer place) {
        Shape sequence = sequence(place.inputs());
        int outputs = Math.multiplyExact(cell.gates(), hidden);
        Layer input = new StepwiseProduct(common.ofPart("input"), kind(), outputs, bias);
        Layer recurrent = new RecurrentProduct(common.ofPart("recurrent"), kind(), outputs, false, false);
        Layer gates = new Gates(common.ofPart("gates"), kind(), hidden, cell.perUnit(activation));
        List<Shape> products = List.of(input.output(List.of(sequence)), input.output(List.of(sequence)));
        OptionalDouble density = common.outputDensity();
        return List.of(
                place.part(input, place.producers(), List.of(sequence), place.inputDensity()),
                place.part(recurrent, List.of(gates.name()), List.of(place.output()), density.orElse(1)),
                place.part(gates, List.of(input.name(), recurrent.name()), products, 1));
    }

    private Shape sequence(List<Shape> inputs) {
        Shape input = Layer.only(this, inputs);
        if (steps.isEmpty() && input.isVector()) {
            throw new ShapeException("a single vector is no sequence; its steps must be stated");
        }
        if (steps.isPresent() && !input.isVector() && steps.getAsInt() != input.height()) {
            throw new ShapeException("it states " + steps.getAsInt() + " steps, and that has " + input.height());
        }
        return input.isVector() ? Shape.sequence(input.channels(), steps.orElse(1)) : input.asSequence();
    }
}
