package io.picojoule.report.trace;

import io.picojoule.mapping.PassGeometry;
import io.picojoule.timing.LayerTrace;
import tools.jackson.core.JsonGenerator;

/** What is to be known of a pass: which tiles it worked on, how large they were, and what its elements did. */
final class PassArguments {
    private PassArguments() {}

    static void write(JsonGenerator args, LayerTrace.Pass pass) {
        PassGeometry geometry = pass.geometry();
        args.writeNumberProperty("macSlots", geometry.macs());
        args.writeNumberProperty("group", pass.group());
        args.writeNumberProperty("imageTile", pass.imageTile());
        args.writeNumberProperty("filterTile", pass.filterTile());
        args.writeNumberProperty("patch", pass.patch());
        args.writeNumberProperty("channelGroup", pass.channelGroup());
        args.writeNumberProperty("fold", pass.fold());
        args.writeNumberProperty("firstFilter", pass.firstFilter());
        args.writeNumberProperty("images", geometry.images());
        args.writeNumberProperty("filters", geometry.filters());
        args.writeNumberProperty("outputRows", geometry.outputRows());
        args.writeNumberProperty("outputColumns", geometry.outputColumns());
        args.writeNumberProperty("channels", geometry.channels());
        args.writeNumberProperty("filterRows", geometry.filterRows());
        args.writeNumberProperty("filterColumns", geometry.filterColumns());
        args.writeNumberProperty("activeProcessingElements", geometry.activeElements());
        args.writeObjectPropertyStart("peCycles");
        pass.timing().elementCycles().forEach((cause, cycles) -> args.writeNumberProperty(cause.key(), cycles));
        args.writeEndObject();
    }
}
