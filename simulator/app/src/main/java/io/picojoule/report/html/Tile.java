package io.picojoule.report.html;

/** One of the numbers, or words, that matter, large. */
public final class Tile {
    private Tile() {}

    /** @param unit of a number; empty for words */
    public static void write(Html html, String title, String number, String unit, String remark) {
        html.open("div", "class", "tile").element("div", title, "class", "tile-title");
        html.open("div", "class", unit.isEmpty() ? "tile-number words" : "tile-number")
                .text(number);
        if (!unit.isEmpty()) {
            html.element("span", " " + unit, "class", "tile-unit");
        }
        html.close().element("div", remark, "class", "tile-remark").close();
    }
}
