package io.picojoule.report.html;

/** A name and what it comes to, in a {@code dl}. */
final class Fact {
    private Fact() {}

    static void write(Html html, String name, String value) {
        html.open("div").element("dt", name).element("dd", value).close();
    }
}
