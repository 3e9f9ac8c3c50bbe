package io.picojoule.report.html;

import io.picojoule.report.chart.Ink;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * What all pages are: one file with its styles and scripts in it, a headline, contents that stay in sight, and a card for each section.
 *
 * @param title of the window
 * @param headline writes what is above the contents
 * @param styles resources beside this class that the page has besides what all pages have
 * @param scripts resources beside this class that the page runs
 */
public record Page<T>(
        String title,
        BiConsumer<Html, T> headline,
        List<Section<T>> sections,
        List<String> styles,
        List<String> scripts,
        String version) {
    public Page {
        sections = List.copyOf(sections);
        styles = List.copyOf(styles);
        scripts = List.copyOf(scripts);
    }

    /** A page with the styles that all pages have. */
    public Page(
            String title,
            BiConsumer<Html, T> headline,
            List<Section<T>> sections,
            List<String> scripts,
            String version) {
        this(title, headline, sections, List.of(), scripts, version);
    }

    /** The page about this. */
    public String of(T subject) {
        Html html = new Html();
        html.trusted("<!DOCTYPE html>").line().open("html", "lang", "en");
        head(html);
        html.open("body").line();
        headline.accept(html, subject);
        List<Section<T>> shown =
                sections.stream().filter(section -> section.appliesTo(subject)).toList();
        contents(html, shown);
        html.line().open("main");
        for (Section<T> section : shown) {
            html.line().open("section", "id", section.anchor(), "class", "card", "aria-label", section.title());
            html.element("h2", section.title());
            section.write(html, subject);
            html.close();
        }
        html.line().close().line();
        html.element("footer", "Picojoule " + version);
        html.line().open("script");
        scripts.forEach(script -> html.trusted(resource(script)));
        return html.close().close().close().line().toString();
    }

    private void contents(Html html, List<Section<T>> shown) {
        html.line().open("nav", "aria-label", "contents").open("ul");
        shown.forEach(section -> html.open("li")
                .element("a", section.title(), "href", "#" + section.anchor())
                .close());
        html.close();
        html.element("button", "Dark", "type", "button", "id", "theme", "hidden", "")
                .close();
    }

    private void head(Html html) {
        html.open("head").single("meta", "charset", "utf-8");
        html.single("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.single("meta", "name", "color-scheme", "content", "light dark");
        html.element("title", title + " – Picojoule");
        html.open("style").trusted(colours()).trusted(resource("report.css"));
        styles.forEach(style -> html.trusted(resource(style)));
        html.close();
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
        try (InputStream stream = Page.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is not in the jar");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
