package io.picojoule.workload;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts layers in their places, one after another: what does each take, and does it fit? */
final class Placement {
    /** Words of the largest tensor of one inference: what a Java array holds. */
    private static final long LARGEST_TENSOR = Integer.MAX_VALUE - 8;

    /** How messages call the input of a layer that states its shape. */
    private static final String OWN_INPUT = "input-shape";

    /** What a layer makes, and those below may ask for; {@code by} is the layer or its last part. */
    private record Produced(String by, Shape shape, boolean isNetworkInput, double density) {}

    private final Map<String, Produced> produced = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> partNames = new HashSet<>();
    private final List<NetworkLayer> placed = new ArrayList<>();
    private final List<Network.ShapeProblem> problems = new ArrayList<>();
    private String above = Network.INPUT;

    Placement(Shape input) {
        names.add(Network.INPUT);
        produced.put(Network.INPUT, new Produced(Network.INPUT, input, true, 1));
    }

    List<NetworkLayer> placed() {
        return placed;
    }

    List<Network.ShapeProblem> problems() {
        return problems;
    }

    /** The next layer from the top. One that does not fit is reported and left out, and so, silently, are those that need it. */
    void place(Layer layer) {
        LayerCommon common = layer.common();
        List<String> producers = common.inputs().isEmpty() ? List.of(above) : common.inputs();
        above = layer.name();
        if (!names.add(layer.name()) || partNames.contains(layer.name())) {
            problem(layer, "layer '" + layer.name() + "': this name is taken");
            return;
        }
        if (common.inputShape().isPresent()) {
            Shape own = common.inputShape().get();
            fit(layer, List.of(OWN_INPUT), List.of(new Produced(Network.INPUT, own, true, 1)));
            return;
        }
        List<Produced> inputs = new ArrayList<>();
        for (String producer : producers) {
            Produced found = produced.get(producer);
            if (found != null) {
                inputs.add(found);
            } else if (!names.contains(producer) || producer.equals(layer.name())) {
                problem(layer, "layer '" + layer.name() + "' takes '" + producer + "', which no layer above is called");
            }
        }
        if (inputs.size() == producers.size()) {
            fit(layer, producers, inputs);
        }
    }

    private void fit(Layer layer, List<String> producers, List<Produced> inputs) {
        List<Shape> shapes = inputs.stream().map(Produced::shape).toList();
        try {
            Shape output = layer.output(shapes);
            boolean readsNetworkInput = inputs.stream().anyMatch(Produced::isNetworkInput);
            double produced = inputs.size() == 1 ? inputs.get(0).density() : 1;
            double inputDensity = layer.common().inputDensity().orElse(produced);
            List<String> makers = inputs.stream().map(Produced::by).toList();
            NetworkLayer place =
                    new NetworkLayer(layer, layer.name(), makers, shapes, output, readsNetworkInput, inputDensity);
            List<NetworkLayer> parts = layer.parts(place);
            parts.forEach(this::check);
            double outputDensity = layer.common().outputDensity().orElse(layer.keepsZeros() ? inputDensity : 1);
            boolean passesOn = readsNetworkInput && parts.stream().noneMatch(NetworkLayer::isWork);
            String last = parts.get(parts.size() - 1).name();
            this.produced.put(layer.name(), new Produced(last, output, passesOn, outputDensity));
            placed.addAll(parts);
        } catch (ShapeException | ArithmeticException impossible) {
            problem(layer, message(layer, producers, shapes, impossible));
        }
    }

    private void check(NetworkLayer part) {
        boolean isWhole = part.name().equals(part.writtenAs());
        if (!isWhole && (names.contains(part.name()) || !partNames.add(part.name()))) {
            throw new ShapeException("one of its parts is called '" + part.name() + "', and this name is taken");
        }
        part.macs();
        part.loopNest(1).ifPresent(Placement::checkSizes);
    }

    private static void checkSizes(LoopNest nest) {
        checkSize("input", nest.inputWords());
        checkSize("weights", nest.weightWords());
        checkSize("output", nest.outputWords());
        checkSize(
                "padded input",
                Math.multiplyExact((long) nest.g() * nest.c(), (long) nest.inputRows(nest.p()) * nest.inputColumns()));
    }

    private static void checkSize(String tensor, long words) {
        if (words > LARGEST_TENSOR) {
            throw new ShapeException(
                    "its " + tensor + " would have " + words + " words, and " + LARGEST_TENSOR + " are the most");
        }
    }

    private void problem(Layer layer, String message) {
        problems.add(new Network.ShapeProblem(layer.name(), message));
    }

    private static String message(
            Layer layer, List<String> producers, List<Shape> inputs, RuntimeException impossible) {
        StringBuilder from = new StringBuilder();
        for (int i = 0; i < producers.size(); i++) {
            from.append(i == 0 ? "" : ", ")
                    .append('\'')
                    .append(producers.get(i))
                    .append("' gives ")
                    .append(inputs.get(i));
        }
        String why = impossible instanceof ShapeException ? impossible.getMessage() : "its size is beyond 2^63";
        return "layer '" + layer.name() + "' (" + layer.kind() + ") does not fit: " + from + "; " + why;
    }
}
