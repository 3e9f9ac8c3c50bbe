package io.picojoule.report.html.sweep;

import io.picojoule.report.html.Html;
import io.picojoule.report.html.Section;

/** The best point for whoever has limits; asked and answered by a script. */
final class BestSection implements Section<SweepView> {
    @Override
    public String title() {
        return "Best under limits";
    }

    @Override
    public boolean appliesTo(SweepView view) {
        return view.hasPoints();
    }

    @Override
    public void write(Html html, SweepView view) {
        html.open("noscript")
                .element("p", "A script answers here, which this browser does not run.", "class", "note")
                .close();
        html.open("form", "id", "best-form", "hidden", "");
        html.open("div", "class", "controls");
        html.open("label").text("Find the ").open("select", "id", "best-direction");
        html.element("option", "least", "value", "1").element("option", "most", "value", "-1");
        html.close().close();
        html.open("select", "id", "best-measure", "aria-label", "measure");
        for (int i = 0; i < view.measures().size(); i++) {
            html.element("option", view.measure(view.measures().get(i)).title(), "value", Integer.toString(i));
        }
        html.close();
        html.element("span", "where", "id", "best-where");
        html.close();
        html.open("div", "id", "best-limits", "class", "limits").close();
        html.close();
        html.open("div", "id", "best-answer", "aria-live", "polite", "hidden", "")
                .close();
    }
}
