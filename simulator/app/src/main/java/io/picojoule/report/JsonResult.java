package io.picojoule.report;

import io.picojoule.activity.Action;
import io.picojoule.activity.Activity;
import io.picojoule.activity.Level;
import io.picojoule.area.AreaBreakdown;
import io.picojoule.energy.Component;
import io.picojoule.energy.EnergyBreakdown;
import io.picojoule.mapping.Mapping;
import io.picojoule.simulation.LayerResult;
import io.picojoule.simulation.Roofline;
import io.picojoule.simulation.RunResult;
import io.picojoule.simulation.SkippedLayer;
import io.picojoule.simulation.Totals;
import io.picojoule.timing.Cause;
import io.picojoule.timing.Resource;
import io.picojoule.workload.Operand;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** {@code result.json}: everything, at full precision. Its keys are a promise to other programs. */
public final class JsonResult {
    /** The first thing that the file says. */
    public static final String FORMAT = "picojoule-result/1";

    private final Report report;
    private final RunResult run;
    private final JsonGenerator json;

    private JsonResult(Report report, JsonGenerator json) {
        this.report = report;
        this.run = report.run();
        this.json = json;
    }

    /** The document, with a line end after it. */
    public static String of(Report report) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JsonText.generator(text)) {
            new JsonResult(report, json).write();
        }
        return text.append('\n').toString();
    }

    private void write() {
        json.writeStartObject();
        json.writeStringProperty("format", FORMAT);
        json.writeStringProperty("version", report.provenance().version());
        named("accelerator", run.machine().name(), report.provenance().acceleratorDigest());
        area();
        named("workload", run.network().name(), report.provenance().workloadDigest());
        json.writeNumberProperty("batch", run.batch());
        json.writeNumberProperty("seed", run.seed());
        json.writeStringProperty("engine", run.engine().key());
        json.writeStringProperty("energyTable", run.energyTable().name());
        json.writeStringProperty("energyTableDigest", report.provenance().energyTableDigest());
        json.writeName("mappingsDigest");
        text(report.provenance().mappingsDigest());
        json.writeStringProperty("objective", report.provenance().objective().key());
        json.writeStringProperty("command", report.provenance().command());
        json.writeArrayPropertyStart("notes");
        run.notes().forEach(json::writeString);
        json.writeEndArray();
        json.writeName("totals");
        totals(run.totals(), run.skipped());
        json.writeObjectPropertyStart("byKind");
        for (Map.Entry<String, Totals> kind : run.totalsByKind().entrySet()) {
            json.writeName(kind.getKey());
            totals(kind.getValue(), skipped(kind.getKey()));
        }
        json.writeEndObject();
        json.writeArrayPropertyStart("layers");
        run.layers().forEach(this::layer);
        json.writeEndArray();
        report.scaling().ifPresent(scaling -> JsonSparse.scaling(json, scaling));
        json.writeEndObject();
    }

    private void named(String key, String name, String digest) {
        json.writeObjectPropertyStart(key);
        json.writeStringProperty("name", name);
        json.writeStringProperty("digest", digest);
        json.writeEndObject();
    }

    /** In square millimetres; null where it is not known. */
    private void area() {
        json.writeName("area");
        if (run.area().isEmpty()) {
            json.writeNull();
            return;
        }
        AreaBreakdown area = run.area().get();
        json.writeStartObject();
        json.writeNumberProperty("squareMillimetres", area.squareMillimetres());
        json.writeNumberProperty("storageSquareMillimetres", area.storageSquareMillimetres());
        json.writeStringProperty("table", area.table());
        json.writeObjectPropertyStart("byComponent");
        area.byComponent().forEach((component, part) -> json.writeNumberProperty(component.key(), part));
        json.writeEndObject();
        json.writeEndObject();
    }

    private List<SkippedLayer> skipped(String kind) {
        return run.skipped().stream()
                .filter(layer -> layer.layer().layer().kind().equals(kind))
                .toList();
    }

    private void totals(Totals totals, List<SkippedLayer> skipped) {
        json.writeStartObject();
        metrics(totals);
        json.writeArrayPropertyStart("notOnMachine");
        skipped.stream()
                .filter(layer -> !layer.infeasible())
                .forEach(layer -> json.writeString(layer.layer().name()));
        json.writeEndArray();
        json.writeArrayPropertyStart("infeasible");
        for (SkippedLayer layer : skipped) {
            if (layer.infeasible()) {
                json.writeStartObject();
                json.writeStringProperty("name", layer.layer().name());
                json.writeStringProperty("reason", layer.reason());
                json.writeEndObject();
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void metrics(Totals totals) {
        for (Metric metric : Metric.ALL) {
            number(metric.key(), metric.of(totals, run).orElse(null));
        }
    }

    private void layer(LayerResult layer) {
        json.writeStartObject();
        json.writeStringProperty("name", layer.name());
        json.writeStringProperty("kind", layer.kind());
        metrics(Totals.of(layer));
        json.writeNumberProperty("computeCycles", layer.timing().computeCycles());
        json.writeNumberProperty("exposedDramCycles", layer.timing().exposedDramCycles());
        json.writeNumberProperty("passes", layer.timing().passes());
        json.writeNumberProperty("activeProcessingElements", layer.timing().activeElements());
        json.writeObjectPropertyStart("peCycles");
        for (Map.Entry<Cause, Long> entry : layer.timing().elementCycles().entrySet()) {
            json.writeNumberProperty(entry.getKey().key(), entry.getValue());
        }
        json.writeEndObject();
        json.writeName("boundBy");
        text(Binding.of(layer).map(Resource::key));
        intensity(layer.roofline());
        accesses(layer.timing().activity());
        energy(layer.energy());
        if (layer.sparse().isPresent()) {
            JsonSparse.layer(json, SparseFigures.of(layer, run));
        } else {
            json.writeNullProperty("sparse");
        }
        processor(Kernel.of(layer));
        json.writeStringProperty("mappingOrigin", layer.mappingOrigin());
        json.writeNumberProperty("repetitions", layer.layer().repetitions(run.batch()));
        words(layer);
        json.writeName("mapping");
        text(layer.mapping().map(Mapping::toString));
        if (layer.search().isPresent()) {
            ExplorationJson.search(json, layer.search().get());
        } else {
            json.writeNullProperty("search");
        }
        json.writeEndObject();
    }

    private void processor(Optional<Kernel> kernel) {
        if (kernel.isEmpty()) {
            json.writeNullProperty("processor");
            return;
        }
        json.writeObjectPropertyStart("processor");
        json.writeStringProperty("kernel", kernel.get().name());
        json.writeStringProperty("algorithm", kernel.get().algorithm());
        json.writeName("tile");
        text(kernel.get().tile());
        json.writeNumberProperty("launches", kernel.get().launches());
        json.writeEndObject();
    }

    private void words(LayerResult layer) {
        json.writeObjectPropertyStart("wordBits");
        for (Operand operand : Operand.values()) {
            json.writeNumberProperty(operand.key(), layer.words().bits(operand));
        }
        json.writeEndObject();
        json.writeNumberProperty("macsPerLaneCycle", layer.macsPerLaneCycle());
        json.writeNumberProperty("channelsPerWord", layer.channelsPerWord());
    }

    private void text(Optional<String> text) {
        if (text.isPresent()) {
            json.writeString(text.get());
        } else {
            json.writeNull();
        }
    }

    private void intensity(Roofline roofline) {
        json.writeObjectPropertyStart("arithmeticIntensity");
        for (Level level : List.of(Level.DRAM, Level.GLOBAL_BUFFER)) {
            number(level.key(), roofline.intensity(level));
        }
        json.writeEndObject();
    }

    private void accesses(Activity activity) {
        json.writeObjectPropertyStart("accesses");
        for (Level level : Level.values()) {
            json.writeObjectPropertyStart(level.key());
            for (Operand operand : Operand.values()) {
                json.writeObjectPropertyStart(operand.key());
                number("readBytes", Metric.bytes(activity.bits(Action.READ, operand, level)));
                number("writeBytes", Metric.bytes(activity.bits(Action.WRITE, operand, level)));
                json.writeEndObject();
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    /** Under a normalised table picojoules are not known, and multiples of a MAC take their place. */
    private void energy(EnergyBreakdown energy) {
        json.writeName("picojoules");
        components(report.isNormalised() ? null : energy);
        json.writeName("energyInMacsByComponent");
        components(report.isNormalised() ? energy : null);
    }

    private void components(@Nullable EnergyBreakdown energy) {
        if (energy == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        for (Component component : Component.values()) {
            json.writeNumberProperty(component.key(), energy.of(component));
        }
        json.writeEndObject();
    }

    /** What has no finite value is null: JSON knows no infinity. */
    private void number(String key, @Nullable Number value) {
        json.writeName(key);
        write(json, value);
    }

    static void write(JsonGenerator json, @Nullable Number value) {
        if (value instanceof Long whole) {
            json.writeNumber(whole);
        } else if (value != null && Double.isFinite(value.doubleValue())) {
            json.writeNumber(value.doubleValue());
        } else {
            json.writeNull();
        }
    }
}
