package io.picojoule.report.html.comparison;

import io.picojoule.report.Si;
import io.picojoule.report.comparison.Comparison;
import io.picojoule.report.comparison.EnergyScale;
import io.picojoule.report.comparison.Round;
import io.picojoule.report.comparison.Score;
import io.picojoule.report.html.Html;
import io.picojoule.report.html.Tile;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What is compared, which machine leads in what, and what a reader must know first. */
final class ComparisonHeadline {
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
        String objective = comparison.first().provenance().objective().key();
        html.element(
                        "p",
                        "Batch " + comparison.batch() + ", " + engine + " engine, mappings given or searched for the least "
                                + objective + ".",
                        "class",
                        "subtitle")
                .line();
        Round round = comparison.all();
        if (!round.isEmpty() && round.scores().size() > 1) {
            tiles(html, comparison, round);
        }
        remarks(html, comparison);
        html.close();
    }

    private static void tiles(Html html, Comparison comparison, Round round) {
        html.open("div", "class", "tiles");
        least(html, round, "shortest time", Score::seconds, "inferencesPerSecond");
        if (comparison.scale() != EnergyScale.NONE) {
            least(html, round, "least energy", Score::energy, comparison.scale() == EnergyScale.JOULES ? "inferencesPerJoule" : "energyInMacs");
        }
        least(html, round, "fewest DRAM accesses", Score::dramWordsPerMac, "dramBytes");
        least(html, round, "nearest to its peak", score -> -ofPeak(score), "fractionOfPeak");
        html.close().line();
    }

    private static double ofPeak(Score score) {
        return score.value("fractionOfPeak").map(Number::doubleValue).orElse(0.0);
    }

    private static void least(Html html, Round round, String title, ToDoubleFunction<Score> figure, String metric) {
        Score best = round.scores().stream()
                .min(Comparator.comparingDouble(figure))
                .orElseThrow();
        String relation = best == round.reference()
                ? ""
                : ", " + times(round.relative(best, figure)) + " of " + round.reference().label();
        Tile.write(html, title, best.label(), "", best.text(metric) + relation);
    }

    /** {@code 1.43 ×}. */
    static String times(double ratio) {
        String digits = Si.digits(ratio);
        return digits.equals(Si.NONE) ? digits : digits + " ×";
    }

    private static void remarks(Html html, Comparison comparison) {
        List<String> remarks = comparison.remarks();
        boolean isFair = comparison.all().absent().isEmpty() && !comparison.all().isEmpty() && comparison.scale() != EnergyScale.NONE;
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
