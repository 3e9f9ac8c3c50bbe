package io.picojoule.workload;

import java.util.List;
import java.util.OptionalInt;

/**
 * A recurrent layer whose input is its first state: an associative memory. Without another layer, {@code x = f(Wx)} (Hopfield, PNAS 1982);
 * through another layer, {@code y = f(Wx)}, {@code x = f(W'y)} (Kosko's bidirectional associative memory, 1988), whose two directions share
 * one matrix. All units change together in a step.
 *
 * @param hidden units of the state
 * @param through units of the layer that the state recurs through
 */
public record AssociativeMemory(
        LayerCommon common, int hidden, OptionalInt through, int steps, Pointwise.Function activation, boolean bias)
        implements Layer {
    public AssociativeMemory {
        common.requireNoFiles(Cell.RNN.key());
        if (hidden < 1 || steps < 1 || through.orElse(1) < 1) {
            throw new IllegalArgumentException("AssociativeMemory: hidden, steps and through must be at least 1");
        }
    }

    @Override
    public String kind() {
        return Cell.RNN.key();
    }

    @Override
    public Shape output(List<Shape> inputs) {
        Shape first = Layer.only(this, inputs);
        if (!first.equals(Shape.features(hidden))) {
            throw new ShapeException("its initial state is a vector of " + hidden);
        }
        return Shape.sequence(hidden, steps);
    }

    @Override
    public List<NetworkLayer> parts(NetworkLayer place) {
        Shape states = place.output();
        double density = common.outputDensity().orElse(1);
        if (through.isEmpty()) {
            Layer product = new RecurrentProduct(common.ofPart("recurrent"), kind(), hidden, bias, false);
            Layer gates = gates(hidden);
            return List.of(
                    place.part(product, List.of(gates.name()), List.of(states), density),
                    place.part(gates, List.of(product.name()), List.of(states), 1));
        }
        int others = through.getAsInt();
        Shape otherStates = Shape.sequence(others, steps);
        Layer forward = new RecurrentProduct(common.ofPart("forward"), kind(), others, bias, false);
        Layer backward = new RecurrentProduct(common.ofPart("backward"), kind(), hidden, bias, true);
        Layer gates = gates(Math.addExact(hidden, others));
        return List.of(
                place.part(forward, List.of(gates.name()), List.of(states), density),
                place.part(backward, List.of(gates.name()), List.of(otherStates), density),
                place.part(gates, List.of(forward.name(), backward.name()), List.of(otherStates, states), 1));
    }

    private Gates gates(int units) {
        return new Gates(common.ofPart("gates"), kind(), units, activation.perElement());
    }
}
