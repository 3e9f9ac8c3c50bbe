package io.picojoule.report;

import io.picojoule.simulation.SparseScaling;
import io.picojoule.timing.sparse.SparseCounts;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** What {@code result.json} says of a sparse engine. */
final class JsonSparse {
    private JsonSparse() {}

    static void layer(JsonGenerator json, SparseFigures layer) {
        SparseCounts counts = layer.counts();
        json.writeObjectPropertyStart("sparse");
        json.writeNumberProperty("entries", counts.entries());
        json.writeNumberProperty("paddingEntries", counts.paddingEntries());
        json.writeNumberProperty("broadcasts", counts.broadcasts());
        json.writeNumberProperty("loadBalance", counts.loadBalance());
        json.writeNumberProperty("efficiency", layer.efficiency());
        json.writeNumberProperty("theoreticalCycles", counts.theoreticalCycles());
        json.writeNumberProperty("theoreticalSeconds", layer.theoreticalSeconds());
        json.writeNumberProperty("busiestElementEntries", counts.busiestElementEntries());
        json.writeNumberProperty("blockedCycles", counts.blockedCycles());
        json.writeNumberProperty("pointerReads", counts.pointerReads());
        json.writeNumberProperty("matrixLineReads", counts.matrixLineReads());
        json.writeNumberProperty("runs", counts.runs());
        json.writeNumberProperty("activations", counts.columns());
        json.writeNumberProperty("storedEntries", counts.storedEntries());
        json.writeNumberProperty("storedPaddingEntries", counts.storedPaddingEntries());
        json.writeNumberProperty("storedBytes", layer.storedBytes());
        json.writeObjectPropertyStart("bytesByFormat");
        layer.bytesByFormat().forEach(json::writeNumberProperty);
        json.writeEndObject();
        json.writeEndObject();
    }

    static void scaling(JsonGenerator json, SparseScaling scaling) {
        json.writeArrayPropertyStart("scaling");
        for (SparseScaling.Layer layer : scaling.layers()) {
            json.writeStartObject();
            json.writeStringProperty("name", layer.name());
            points(json, "queueSlots", layer.bySlots());
            points(json, "processingElements", layer.byElements());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void points(JsonGenerator json, String parameter, List<SparseScaling.Point> points) {
        json.writeArrayPropertyStart(parameter);
        for (SparseScaling.Point point : points) {
            json.writeStartObject();
            json.writeNumberProperty(parameter, point.parameter());
            json.writeNumberProperty("cycles", point.cycles());
            json.writeNumberProperty("efficiency", point.efficiency());
            json.writeNumberProperty("loadBalance", point.counts().loadBalance());
            json.writeNumberProperty("entries", point.counts().entries());
            json.writeNumberProperty("paddingEntries", point.counts().paddingEntries());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
