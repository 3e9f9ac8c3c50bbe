package io.picojoule.report;

import io.picojoule.search.SearchResult;
import io.picojoule.simulation.ExploredLayer;
import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;

/** The best mappings of each layer, for programs. */
public final class ExplorationJson {
    private final Exploration exploration;
    private final JsonGenerator json;

    private ExplorationJson(Exploration exploration, JsonGenerator json) {
        this.exploration = exploration;
        this.json = json;
    }

    public static String of(Exploration exploration) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JsonText.generator(text)) {
            new ExplorationJson(exploration, json).write();
        }
        return text.append('\n').toString();
    }

    private void write() {
        json.writeStartObject();
        json.writeStringProperty("format", "picojoule-mappings/1");
        json.writeStringProperty("accelerator", exploration.request().machine().name());
        json.writeStringProperty("workload", exploration.request().network().name());
        json.writeNumberProperty("batch", exploration.request().batch());
        json.writeStringProperty(
                "energyTable", exploration.request().energyTable().name());
        json.writeStringProperty("objective", exploration.objective().key());
        json.writeStringProperty("command", exploration.command());
        json.writeArrayPropertyStart("layers");
        exploration.layers().forEach(this::layer);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void layer(ExploredLayer layer) {
        json.writeStartObject();
        json.writeStringProperty("name", layer.layer().name());
        json.writeArrayPropertyStart("alike");
        layer.alike().forEach(json::writeString);
        json.writeEndArray();
        if (layer.search().isPresent()) {
            search(json, layer.search().get());
        } else {
            json.writeNullProperty("search");
        }
        json.writeStringProperty("reason", layer.reason());
        json.writeArrayPropertyStart("mappings");
        Candidate.of(layer).forEach(this::candidate);
        json.writeEndArray();
        json.writeEndObject();
    }

    /** The property {@code search}, as it stands in results of runs too. */
    static void search(JsonGenerator json, SearchResult search) {
        json.writeObjectPropertyStart("search");
        json.writeNumberProperty("candidates", search.candidates());
        json.writeNumberProperty("weighed", search.weighed());
        json.writeNumberProperty("cut", search.cut());
        json.writeBooleanProperty("proven", search.isProven());
        json.writeNumberProperty("gap", search.gap());
        json.writeEndObject();
    }

    private void candidate(Candidate candidate) {
        json.writeStartObject();
        json.writeStringProperty("rank", candidate.rank());
        json.writeStringProperty("parameters", candidate.parameters());
        json.writeNumberProperty("cycles", candidate.cycles());
        json.writeNumberProperty("seconds", exploration.seconds(candidate.cycles()));
        json.writeNumberProperty(exploration.isNormalised() ? "energyInMacs" : "picojoules", candidate.energy());
        json.writeNumberProperty("dramBytes", candidate.dramBytes());
        json.writeNumberProperty(
                "activeProcessingElements", candidate.result().timing().activeElements());
        candidate
                .estimatedCycles(exploration.request().batch())
                .ifPresent(cycles -> json.writeNumberProperty("estimatedCycles", cycles));
        json.writeStringProperty("mapping", candidate.loops());
        json.writeEndObject();
    }
}
