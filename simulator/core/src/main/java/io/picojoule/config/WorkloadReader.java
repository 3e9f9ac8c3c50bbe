package io.picojoule.config;

import io.picojoule.config.document.Mapping;
import io.picojoule.config.document.Problem;
import io.picojoule.config.document.Problems;
import io.picojoule.config.document.Section;
import io.picojoule.config.document.Value;
import io.picojoule.workload.CodeBits;
import io.picojoule.workload.Layer;
import io.picojoule.workload.Network;
import io.picojoule.workload.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A workload document to a network with all its shapes. */
final class WorkloadReader {
    private static final String LAYER_EXAMPLE = "{name: conv1, kind: conv, filters: 96, kernel: 11}";

    private final Section root;
    private final Problems problems;
    private final Map<String, Section> seen = new LinkedHashMap<>();
    private boolean firstHasItsOwnInput;

    private WorkloadReader(Section root, Problems problems) {
        this.root = root;
        this.problems = problems;
    }

    static Optional<Network> read(Mapping document, Problems problems) {
        return new WorkloadReader(Section.of(document, problems), problems).network();
    }

    private Optional<Network> network() {
        String name = root.text("name", "AlexNet");
        String description = root.textOr("description", "");
        String source = root.textOr("source", "");
        List<String> notes = root.find("notes").map(Value::items).orElse(List.of()).stream()
                .map(each -> each.text("Without its pools"))
                .toList();
        CodeBits codeBits = CodeBitsReader.read(root);
        int before = problems.count();
        Optional<Shape> stated =
                root.find("input").flatMap(value -> ShapeReader.read(value.section(ShapeReader.EXAMPLE)));
        boolean inputIsSound = problems.count() == before;
        List<Layer> sound = layers();
        if (!firstHasItsOwnInput) {
            root.require("input", "the shape of one input", ShapeReader.EXAMPLE);
        }
        root.done();
        Optional<Shape> input = stated.or(
                () -> sound.stream().findFirst().flatMap(first -> first.common().inputShape()));
        if (input.isEmpty() || !inputIsSound) {
            return Optional.empty();
        }
        Network.Resolved resolved = Network.resolve(name, description, source, input.get(), sound);
        for (Network.ShapeProblem shape : resolved.problems()) {
            Section layer = seen.getOrDefault(shape.layer(), root);
            problems.add(new Problem(layer.place(), layer.path(), shape.message(), ""));
        }
        return Optional.of(resolved.network().withNotes(notes).withCodeBits(codeBits));
    }

    /** The layers above the first that could not be read: the shapes of those below would be guesses. */
    private List<Layer> layers() {
        List<Layer> sound = new ArrayList<>();
        Optional<Value> list = root.require("layers", "a list of layers", "[" + LAYER_EXAMPLE + "]");
        if (list.isPresent() && !list.get().isList()) {
            list.get().refuse("a list of layers is wanted", "[" + LAYER_EXAMPLE + "]");
            return sound;
        }
        List<Value> items = list.map(Value::items).orElse(List.of());
        if (list.isPresent() && items.isEmpty()) {
            list.get().refuse("there are no layers", "at least one is wanted", LAYER_EXAMPLE);
        }
        boolean whole = true;
        for (Value item : items) {
            int before = problems.count();
            Section section = item.section(LAYER_EXAMPLE);
            firstHasItsOwnInput |= item == items.get(0) && section.has("input-shape");
            Optional<Layer> layer = new LayerReader(section, seen.keySet()).read();
            section.find("name").map(Value::written).ifPresent(name -> register(name, section));
            whole &= problems.count() == before;
            if (whole) {
                layer.ifPresent(sound::add);
            }
        }
        return sound;
    }

    private void register(String name, Section section) {
        Section first = seen.putIfAbsent(name, section);
        if (first != null || name.equals(Network.INPUT)) {
            String taken = first == null
                    ? "this name means the network's own input"
                    : "a layer at " + first.place().line() + ":" + first.place().column() + " has this name already";
            section.find("name").ifPresent(value -> value.refuse(taken, "names of layers differ", ""));
        }
    }
}
