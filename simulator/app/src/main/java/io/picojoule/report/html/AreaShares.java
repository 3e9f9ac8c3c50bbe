package io.picojoule.report.html;

import io.picojoule.area.AreaBreakdown;
import io.picojoule.area.AreaComponent;
import io.picojoule.report.Machines;
import io.picojoule.report.chart.Ink;

/** What the machine takes on a die, and which of its parts take it. */
final class AreaShares {
    private AreaShares() {}

    static void write(Html html, AreaBreakdown area) {
        double whole = area.squareMillimetres();
        html.open("p", "class", "note")
                .element("strong", "Area: " + Machines.area(whole) + ".")
                .text(
                        area.table().isEmpty()
                                ? " Of the whole die, as stated."
                                : " Parts times the table " + area.table()
                                        + ", at the machine's node; without pads, links to memory and host, and the room between.")
                .close();
        if (area.byComponent().size() < 2) {
            return;
        }
        ShareTable table = new ShareTable(html);
        area.byComponent()
                .forEach((component, part) ->
                        table.row(component.key(), ink(component), part / whole, Machines.area(part)));
        table.close();
    }

    private static Ink ink(AreaComponent component) {
        return switch (component) {
            case MAC -> Ink.MAC;
            case SCRATCHPAD -> Ink.SCRATCHPAD;
            case QUEUE -> Ink.QUEUE;
            case CONTROL, DIE -> Ink.STATIC;
            case GLOBAL_BUFFER -> Ink.GLOBAL_BUFFER;
            case WEIGHT_BUFFER -> Ink.WEIGHT_BUFFER;
            case ACCUMULATORS -> Ink.SHARED;
            case POINTER_BUFFER -> Ink.POINTER_BUFFER;
            case VECTOR_UNIT -> Ink.VECTOR_UNIT;
        };
    }
}
