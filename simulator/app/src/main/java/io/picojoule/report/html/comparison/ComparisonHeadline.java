package io.picojoule.report.html.comparison;

import io.picojoule.report.Si;
import io.picojoule.report.comparison.Comparison;
import io.picojoule.report.comparison.EnergyScale;
import io.picojoule.report.comparison.Round;
import io.picojoule.report.comparison.Score;
import io.picojoule.report.html.Html;
import io.picojoule.report.html.Tile;
import io.picojoule.search.Objective;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** What is compared, which machine leads in what, and what a reader must know first. */
final class ComparisonHeadline {
    private final List<BatchPage> batches;

    /** @param batches all comparisons of the command, of which there are pages */
    ComparisonHeadline(List<BatchPage> batches) {
        this.batches = batches;
    }

    static String title(Comparison comparison) {
        return comparison.network().name() + " on " + machines(comparison);
    }

    private static String machines(Comparison comparison) {
        int count = comparison.entrants().size();
        return count == 1 ? "1 machine" : count + " machines";
    }

    void write(Html html, Comparison comparison) {
        html.open("header");
        html.element("p", "Picojoule comparison", "class", "eyebrow");
        html.open("h1")
                .text(comparison.network().name())
                .element("span", " on ", "class", "on")
                .text(machines(comparison))
                .close();
        String engine = comparison.first().run().engine().key();
        Objective objective = comparison.first().provenance().objective();
        String least = objective == Objective.EDP ? "energy × delay" : objective.key();
        html.element(
                        "p",
                        "Batch " + comparison.batch() + ", " + engine
                                + " engine, mappings given, or searched for the least " + least + ".",
                        "class",
                        "subtitle")
                .line();
        if (batches.size() > 1) {
            links(html, comparison);
        }
        Round round = comparison.all();
        if (!round.isEmpty() && round.scores().size() > 1) {
            tiles(html, comparison, round);
        }
        remarks(html, comparison);
        html.close();
    }

    private void links(Html html, Comparison comparison) {
        html.open("p", "class", "subtitle").text("Batches of this comparison:");
        for (BatchPage page : batches) {
            String batch = Integer.toString(page.comparison().batch());
            html.text(" ");
            if (page.comparison().batch() == comparison.batch()) {
                html.element("strong", batch, "aria-current", "page");
            } else {
                html.element("a", batch, "href", page.href());
            }
        }
        html.close().line();
    }

    private static void tiles(Html html, Comparison comparison, Round round) {
        html.open("div", "class", "tiles");
        least(html, round, "shortest time", Score::seconds, score -> score.text("seconds"));
        if (comparison.scale() != EnergyScale.NONE) {
            least(html, round, "least energy", Score::energyPerMac, score -> score.energyPerMacText() + " per MAC");
        } else {
            Tile.write(html, "least energy", Si.NONE, "", "the energy tables have no common unit");
        }
        ToDoubleFunction<Score> words = Score::dramWordsPerMac;
        least(html, round, "fewest DRAM accesses", words, score -> Si.digits(words.applyAsDouble(score)) + " per MAC");
        least(html, round, "nearest to its peak", score -> -ofPeak(score), score -> score.text("fractionOfPeak"));
        html.close().line();
    }

    private static double ofPeak(Score score) {
        return score.value("fractionOfPeak").map(Number::doubleValue).orElse(0.0);
    }

    private static void least(
            Html html, Round round, String title, ToDoubleFunction<Score> figure, Function<Score, String> text) {
        Score best =
                round.scores().stream().min(Comparator.comparingDouble(figure)).orElseThrow();
        Score reference = round.reference();
        String relation = best == reference ? "" : "; " + reference.label() + " " + text.apply(reference);
        Tile.write(html, title, best.label(), "", text.apply(best) + relation);
    }

    private static void remarks(Html html, Comparison comparison) {
        List<String> remarks = comparison.remarks();
        boolean isFair = comparison.all().absent().isEmpty()
                && !comparison.all().isEmpty()
                && comparison.scale() != EnergyScale.NONE;
        html.open("div", "class", isFair ? "covers" : "covers warn");
        html.open("p").element("strong", remarks.get(0)).close();
        if (remarks.size() > 1) {
            html.open("ul");
            remarks.stream().skip(1).forEach(remark -> html.element("li", remark));
            html.close();
        }
        html.close();
    }
}
