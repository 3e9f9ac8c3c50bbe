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
            new SourceSection(),
            new ReproduceSection());

    private HtmlReport() {}

    public static String of(Report report) {
        Html html = new Html();
        html.trusted("<!DOCTYPE html>").line().open("html", "lang", "en");
        head(html, report);
        html.open("body").line();
        new Headline().write(html, report);
        List<Section> sections =
                SECTIONS.stream().filter(section -> section.appliesTo(report)).toList();
        contents(html, sections);
        html.line().open("main");
        for (Section section : sections) {
            html.line().open("section", "id", section.anchor(), "class", "card", "aria-label", section.title());
            html.element("h2", section.title());
            section.write(html, report);
            html.close();
        }
        html.line().close().line();
        html.element("footer", "Picojoule " + report.provenance().version());
        html.line().open("script").trusted(resource("report.js")).close();
        return html.close().close().line().toString();
    }

    private static void contents(Html html, List<Section> sections) {
        html.line().open("nav", "aria-label", "contents").open("ul");
        sections.forEach(section -> html.open("li")
                .element("a", section.title(), "href", "#" + section.anchor())
                .close());
        html.close();
        html.element("button", "Dark", "type", "button", "id", "theme", "hidden", "")
                .close();
    }

    private static void head(Html html, Report report) {
        html.open("head").single("meta", "charset", "utf-8");
        html.single("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.single("meta", "name", "color-scheme", "content", "light dark");
        html.element("title", Headline.title(report) + " – Picojoule");
        html.open("style").trusted(colours()).trusted(resource("report.css")).close();
        html.open("noscript")
                .open("style")
                .trusted(resource("noscript.css"))
                .close()
                .close()
                .close();
    }

    /** The inks as variables, light and dark, and a class for drawing with each. */
    private static String colours() {
        StringBuilder variables = new StringBuilder(":root{");
        StringBuilder classes = new StringBuilder();
        for (Ink ink : Ink.values()) {
            String name = "--" + ink.css();
            variables.append(name + ":light-dark(" + ink.lightHex() + "," + ink.darkHex() + ");");
            classes.append(".f-" + ink.css() + "{fill:var(" + name + ")}");
            classes.append(".s-" + ink.css() + "{stroke:var(" + name + ")}");
        }
        return variables.append("}\n").append(classes).append('\n').toString();
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
