package io.picojoule.report.chart;

import java.awt.Color;
import java.awt.Rectangle;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jfree.chart.entity.ChartEntity;
import org.jfree.chart.entity.EntityCollection;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * Writes what Batik drew as SVG for the inside of a page: colours become classes of the style sheet, rendering hints and clips go, and
 * whatever has a tool tip gets it.
 */
final class SvgWriter {
    private static final Map<String, String> CLASSES = classes();

    private static final Set<String> KEPT = Set.of(
            "x",
            "y",
            "width",
            "height",
            "d",
            "x1",
            "y1",
            "x2",
            "y2",
            "cx",
            "cy",
            "r",
            "rx",
            "ry",
            "points",
            "transform",
            "fill",
            "stroke",
            "stroke-width",
            "stroke-dasharray",
            "font-size",
            "font-weight",
            "fill-opacity",
            "stroke-opacity");

    private final String id;
    private final String label;
    private final int width;
    private final int height;
    private final StringBuilder out = new StringBuilder();

    SvgWriter(String id, String label, int width, int height) {
        this.id = id;
        this.label = label;
        this.width = width;
        this.height = height;
    }

    private static Map<String, String> classes() {
        Map<String, String> classes = new HashMap<>();
        for (Ink ink : Ink.values()) {
            Color color = ink.color();
            classes.put("rgb(" + color.getRed() + "," + color.getGreen() + "," + color.getBlue() + ")", ink.css());
        }
        return classes;
    }

    String write(Element root, EntityCollection entities) {
        out.append("<svg id=\"")
                .append(id)
                .append("\" class=\"chart\" viewBox=\"0 0 ")
                .append(width)
                .append(' ')
                .append(height);
        out.append("\" font-size=\"")
                .append(StackedBars.FONT.getSize())
                .append("\" role=\"img\" aria-label=\"")
                .append(escape(label))
                .append("\">");
        for (Node child = root.getFirstChild(); child != null; child = child.getNextSibling()) {
            node(child);
        }
        for (Object entity : entities.getEntities()) {
            tip((ChartEntity) entity);
        }
        return out.append("</svg>").toString();
    }

    private void node(Node node) {
        if (node instanceof Text text) {
            out.append(escape(text.getData()));
            return;
        }
        if (!(node instanceof Element element)
                || element.getTagName().equals("defs")
                || element.getTagName().equals("genericDefs")) {
            return;
        }
        String tag = element.getTagName();
        if (tag.equals("g") && !element.hasChildNodes()) {
            return;
        }
        out.append('<').append(tag);
        attributes(element);
        if (!element.hasChildNodes()) {
            out.append("/>");
            return;
        }
        out.append('>');
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            node(child);
        }
        out.append("</").append(tag).append('>');
    }

    private void attributes(Element element) {
        StringBuilder classes = new StringBuilder();
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            String name = attribute.getName();
            String value = attribute.getValue();
            String ink = CLASSES.get(value);
            if (ink != null && (name.equals("fill") || name.equals("stroke"))) {
                classes.append(classes.isEmpty() ? "" : " ")
                        .append(name.charAt(0))
                        .append('-')
                        .append(ink);
            } else if (KEPT.contains(name)) {
                out.append(' ').append(name).append("=\"").append(escape(value)).append('"');
            }
        }
        if (!classes.isEmpty()) {
            out.append(" class=\"").append(classes).append('"');
        }
    }

    /** An invisible rectangle over what was drawn: hovering shows the tip, and a screen reader can read it. */
    private void tip(ChartEntity entity) {
        Rectangle area = entity.getArea().getBounds();
        if (entity.getToolTipText() == null || area.isEmpty()) {
            return;
        }
        out.append("<rect class=\"tip\" x=\"").append(area.x).append("\" y=\"").append(area.y);
        out.append("\" width=\"")
                .append(area.width)
                .append("\" height=\"")
                .append(area.height)
                .append("\"><title>");
        out.append(escape(entity.getToolTipText())).append("</title></rect>");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
