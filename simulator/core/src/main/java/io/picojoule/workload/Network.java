package io.picojoule.workload;

import java.util.List;

/**
 * A network: its input and its layers in the order of computation.
 *
 * @param codeBits what Deep Compression is to make of its weights
 * @param notes what a user of any run of it should know, a sentence each
 */
public record Network(
        String name,
        String description,
        String source,
        Shape input,
        List<NetworkLayer> layers,
        CodeBits codeBits,
        List<String> notes) {
    /** The name under which layers may ask for the network's own input. */
    public static final String INPUT = "input";

    public Network {
        layers = List.copyOf(layers);
        notes = List.copyOf(notes);
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
        Placement placement = new Placement(input);
        layers.forEach(placement::place);
        Network network =
                new Network(name, description, source, input, placement.placed(), CodeBits.DEFAULT, List.of());
        return new Resolved(network, placement.problems());
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

    /** These layers only, with the shapes they have in the whole network. The name of a layer stands for all its parts. */
    public Network only(List<String> names) {
        return new Network(
                name,
                description,
                source,
                input,
                layers.stream()
                        .filter(layer -> names.contains(layer.name()) || names.contains(layer.writtenAs()))
                        .toList(),
                codeBits,
                notes);
    }

    /** The same with notes. */
    public Network withNotes(List<String> sentences) {
        return new Network(name, description, source, input, layers, codeBits, sentences);
    }

    /** The same with other bits for Deep Compression. */
    public Network withCodeBits(CodeBits bits) {
        return new Network(name, description, source, input, layers, bits, notes);
    }
}
