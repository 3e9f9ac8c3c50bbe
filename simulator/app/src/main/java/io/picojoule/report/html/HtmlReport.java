package io.picojoule.report.html;

import io.picojoule.report.Report;
import io.picojoule.report.chart.Ink;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code report.html}: a page to read, print and show. */
public final class HtmlReport {
    private static final List<Section> SECTIONS = List.of(
            new LayerTable(),
            new EnergySection(),
            new CycleSection(),
            new RooflineSection(),
            new TrafficSection(),
            new PublishedFigures(),
            new MachineSection(),
            new MappingSection(),
            new SourceSection(),
            new ReproduceSection());

    private HtmlReport() {}

    public static String of(Report report) {
        Html html = new Html();
        html.trusted("<!DOCTYPE html>").line().open("html", "lang", "en");
        head(html, report);
        html.open("body").open("main").line();
        new Headline().write(html, report);
        List<Section> sections =
                SECTIONS.stream().filter(section -> section.appliesTo(report)).toList();
        html.line().open("nav", "aria-label", "contents");
        sections.forEach(section -> html.element("a", section.title(), "href", "#" + section.anchor()));
        html.close();
        for (Section section : sections) {
            html.line().open("section", "id", section.anchor(), "class", "card").element("h2", section.title());
            section.write(html, report);
            html.close();
        }
        html.line()
                .element("footer", "Picojoule " + report.provenance().version())
                .close();
        html.line()
                .open("script")
                .trusted(resource("report.js"))
                .close()
                .close()
                .close();
        return html.line().toString();
    }

    private static void head(Html html, Report report) {
        html.open("head").trusted("<meta charset=\"utf-8\">");
        html.trusted("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        html.trusted("<meta name=\"color-scheme\" content=\"light dark\">");
        html.element("title", Headline.title(report) + " – Picojoule");
        html.open("style")
                .trusted(colours())
                .trusted(resource("report.css"))
                .close()
                .close();
    }

    /** The inks as variables, and a class for drawing with each. */
    private static String colours() {
        StringBuilder light = new StringBuilder();
        StringBuilder dark = new StringBuilder();
        StringBuilder classes = new StringBuilder();
        for (Ink ink : Ink.values()) {
            light.append("--")
                    .append(ink.css())
                    .append(':')
                    .append(ink.lightHex())
                    .append(';');
            dark.append("--")
                    .append(ink.css())
                    .append(':')
                    .append(ink.darkHex())
                    .append(';');
            classes.append(".f-")
                    .append(ink.css())
                    .append("{fill:var(--")
                    .append(ink.css())
                    .append(")}");
            classes.append(".s-")
                    .append(ink.css())
                    .append("{stroke:var(--")
                    .append(ink.css())
                    .append(")}");
        }
        return ":root{" + light + "}\n@media screen and (prefers-color-scheme:dark){:root{" + dark + "}}\n" + classes
                + "\n";
    }

    private static String resource(String name) {
        try (InputStream stream = HtmlReport.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is not in the jar");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
