package io.picojoule.report.chart;

import java.awt.Rectangle;
import java.awt.RenderingHints;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.w3c.dom.Document;

/** Draws a plot, and nothing around it: titles and legends are the page's. */
final class Canvas {
    private static final int DECIMALS = 2;

    private Canvas() {}

    /**
     * @param id of the chart; ids inside begin with it
     * @param label what a reader who cannot see it is told
     */
    static String svg(String id, String label, Plot plot, int width, int height) {
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document());
        context.setPrecision(DECIMALS);
        SVGGraphics2D graphics = new SVGGraphics2D(context, false);
        // Axes read the old value of this hint and set it again, which fails if there is none.
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        ChartRenderingInfo info = new ChartRenderingInfo();
        plot.draw(graphics, new Rectangle(width, height), null, null, new PlotRenderingInfo(info));
        return new SvgWriter(id, label, width, height).write(graphics.getRoot(), info.getEntityCollection());
    }

    private static Document document() {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument("http://www.w3.org/2000/svg", "svg", null);
        } catch (ParserConfigurationException missing) {
            throw new IllegalStateException("the JDK has no XML parser", missing);
        }
    }
}
