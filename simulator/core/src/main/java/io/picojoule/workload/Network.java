package io.picojoule.workload;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A network: its input and its layers in the order of computation. */
public record Network(String name, String description, String source, Shape input, List<NetworkLayer> layers) {
    /** The name under which layers may ask for the network's own input. */
    public static final String INPUT = "input";

    public Network {
        layers = List.copyOf(layers);
    }

    /** A layer that does not fit: which, and why in words that name both layers. */
    public record ShapeProblem(String layer, String message) {}

    /** A network, or what is wrong with it. */
    public record Resolved(Network network, List<ShapeProblem> problems) {}

    /**
     * Puts the layers in place. A layer without {@code inputs} takes the output of the layer above; a layer that cannot take its inputs
     * is reported, left out together with those that need it, and the rest goes on.
     */
    public static Resolved resolve(String name, String description, String source, Shape input, List<Layer> layers) {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        shapes.put(INPUT, input);
        Map<String, Double> outputDensities = new HashMap<>();
        List<String> seen = new ArrayList<>(List.of(INPUT));
        List<NetworkLayer> placed = new ArrayList<>();
        List<ShapeProblem> problems = new ArrayList<>();
        String above = INPUT;
        for (Layer layer : layers) {
            List<String> producers = layer.common().inputs().isEmpty()
                    ? List.of(above)
                    : layer.common().inputs();
            above = layer.name();
            if (seen.contains(layer.name())) {
                problems.add(new ShapeProblem(layer.name(), "layer '" + layer.name() + "': this name is taken"));
                continue;
            }
            seen.add(layer.name());
            List<Shape> inputs = new ArrayList<>();
            for (String producer : producers) {
                Shape shape = shapes.get(producer);
                if (shape != null) {
                    inputs.add(shape);
                } else if (!seen.contains(producer) || producer.equals(layer.name())) {
                    problems.add(new ShapeProblem(
                            layer.name(),
                            "layer '" + layer.name() + "' takes '" + producer + "', which no layer above is called"));
                }
            }
            if (inputs.size() < producers.size()) {
                continue;
            }
            try {
                Shape output = layer.output(inputs);
                layer.loopNest(inputs, 1).ifPresent(LoopNest::macs);
                shapes.put(layer.name(), output);
                double inputDensity = inputDensity(layer, producers, outputDensities);
                outputDensities.put(layer.name(), outputDensity(layer, inputDensity));
                placed.add(new NetworkLayer(layer, producers, inputs, output, inputDensity));
            } catch (ShapeException | ArithmeticException impossible) {
                problems.add(new ShapeProblem(layer.name(), message(layer, producers, inputs, impossible)));
            }
        }
        return new Resolved(new Network(name, description, source, input, placed), problems);
    }

    private static double inputDensity(Layer layer, List<String> producers, Map<String, Double> outputDensities) {
        double produced = producers.size() == 1 ? outputDensities.getOrDefault(producers.get(0), 1.0) : 1;
        return layer.common().inputDensity().orElse(produced);
    }

    private static double outputDensity(Layer layer, double inputDensity) {
        return layer.common().outputDensity().orElse(layer.keepsZeros() ? inputDensity : 1);
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

    public long macs() {
        return layers.stream().mapToLong(NetworkLayer::macs).sum();
    }

    public long weights() {
        return layers.stream().mapToLong(NetworkLayer::weights).sum();
    }

    public long biases() {
        return layers.stream().mapToLong(NetworkLayer::biases).sum();
    }

    /** These layers only, with the shapes they have in the whole network. */
    public Network only(List<String> names) {
        return new Network(
                name,
                description,
                source,
                input,
                layers.stream().filter(layer -> names.contains(layer.name())).toList());
    }
}
