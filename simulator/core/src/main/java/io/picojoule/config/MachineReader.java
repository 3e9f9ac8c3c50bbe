package io.picojoule.config;

import io.picojoule.config.document.Mapping;
import io.picojoule.config.document.Problems;
import io.picojoule.config.document.Quantities;
import io.picojoule.config.document.Section;
import io.picojoule.config.document.Value;
import io.picojoule.hardware.Die;
import io.picojoule.hardware.Machine;
import io.picojoule.hardware.MachineIdentity;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** An accelerator document to a machine, by its kind. */
final class MachineReader {
    static final String SPATIAL_ARRAY = "spatial-array";
    static final String SPARSE_ENGINE = "sparse-engine";
    static final String PROCESSOR = "processor";
    static final int FIRST_YEAR = 1940;
    static final int LAST_YEAR = 2100;
    private static final List<String> KINDS = List.of(SPATIAL_ARRAY, SPARSE_ENGINE, PROCESSOR);

    /** Instead of an area table, where the area of the parts means nothing. */
    static final String NO_AREA = "none";

    private MachineReader() {}

    static Optional<Machine> read(Mapping document, Presets presets, Problems problems) {
        Section root = Section.of(document, problems);
        Optional<Value> kind = root.require("kind", "one of " + String.join(", ", KINDS), SPATIAL_ARRAY);
        String name = kind.map(value -> value.oneOf(KINDS)).orElse(SPATIAL_ARRAY);
        return switch (name) {
            case SPARSE_ENGINE ->
                SparseEngineReader.read(root, presets, identity(root, presets, name))
                        .map(Machine.class::cast);
            case PROCESSOR ->
                ProcessorReader.read(root, presets, identity(root, presets, name))
                        .map(Machine.class::cast);
            default ->
                SpatialArrayReader.read(root, presets, identity(root, presets, name))
                        .map(Machine.class::cast);
        };
    }

    private static Optional<MachineIdentity> identity(Section root, Presets presets, String kind) {
        Quantities quantities = new Quantities(root);
        String name = root.text("name", "Eyeriss");
        String description = root.textOr("description", "");
        String source = root.textOr("source", "");
        String technology = quantities.lengthOr("technology", "");
        OptionalInt year = root.has("year")
                ? OptionalInt.of(root.whole("year", FIRST_YEAR, LAST_YEAR, "2016"))
                : OptionalInt.empty();
        OptionalDouble price = quantities.findDollars("price");
        Optional<Die> die = root.build(() -> kind.equals(PROCESSOR) ? statedDie(quantities) : die(root, presets));
        return die.flatMap(each ->
                root.build(() -> new MachineIdentity(name, description, source, technology, year, price, each)));
    }

    private static Die statedDie(Quantities quantities) {
        return new Die(quantities.findSquareMillimetres("area"), Optional.empty());
    }

    /** Arrays and engines are computed from their parts, so that axes of a sweep move their area. */
    private static Die die(Section root, Presets presets) {
        Optional<Value> table = root.find("area-table");
        if (table.isEmpty()) {
            return Die.UNSTATED;
        }
        String name = table.get().written();
        return name.equals(NO_AREA)
                ? new Die(OptionalDouble.empty(), Optional.empty())
                : new Die(
                        OptionalDouble.empty(),
                        Optional.of(CommonReader.reference(
                                root, presets, Presets.Kind.AREA_TABLE, table.get(), Die.USUAL_TABLE)));
    }
}
