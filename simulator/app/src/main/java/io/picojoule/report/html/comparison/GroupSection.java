package io.picojoule.report.html.comparison;

import io.picojoule.report.Si;
import io.picojoule.report.chart.Stack;
import io.picojoule.report.comparison.Comparison;
import io.picojoule.report.comparison.EnergyScale;
import io.picojoule.report.comparison.LayerGroup;
import io.picojoule.report.comparison.Round;
import io.picojoule.report.comparison.Score;
import io.picojoule.report.html.BarFigure;
import io.picojoule.report.html.Html;
import io.picojoule.report.html.Section;
import io.picojoule.workload.NetworkLayer;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The layers of one group: where each machine's energy goes, what it moves, how long it takes. */
final class GroupSection implements Section<Comparison> {
    private static final int NAMES_SHOWN = 16;

    private final LayerGroup group;

    GroupSection(LayerGroup group) {
        this.group = group;
    }

    @Override
    public String title() {
        return group.title();
    }

    private Optional<Round> round(Comparison comparison) {
        return comparison.rounds().stream()
                .filter(round -> round.group() == group)
                .findFirst();
    }

    @Override
    public boolean appliesTo(Comparison comparison) {
        return round(comparison).filter(round -> !round.isEmpty()).isPresent();
    }

    @Override
    public void write(Html html, Comparison comparison) {
        Round round = round(comparison).orElseThrow();
        html.element("p", scope(round), "class", "note");
        energy(html, comparison, round);
        String id = group.key();
        BarFigure.write(
                html,
                id + "-dram",
                "DRAM accesses per MAC",
                MachineStacks.labelled(MachineStacks.dram(round), round, score -> Si.digits(score.dramWordsPerMac())),
                "",
                "words per MAC");
        relative(html, round, "-delay", "Delay", Score::seconds);
        if (comparison.scale() != EnergyScale.NONE) {
            relative(html, round, "-edp", "Energy × delay", Score::energyDelayProduct);
        }
    }

    /** What a MAC is here, said once a section: some papers call it one operation, others two. */
    private static String scope(Round round) {
        List<String> names = round.layers().stream().map(NetworkLayer::name).toList();
        int more = names.size() - NAMES_SHOWN;
        String text = names.stream().limit(NAMES_SHOWN).collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more" : "")
                + ". Figures are per MAC, which the Eyeriss papers call one operation and others two. Delay is the time that was simulated, "
                + "DRAM included; the ISCA 2016 paper takes MACs / active PEs for it.";
        String absent =
                round.absent().stream().map(each -> each.entrant().label()).collect(Collectors.joining(", "));
        return absent.isEmpty() ? text : text + " Not here, as none of these layers ran: " + absent + ".";
    }

    private void energy(Html html, Comparison comparison, Round round) {
        Stack levels = MachineStacks.energyByLevel(round);
        Stack data = MachineStacks.energyByData(round);
        String byLevel = group.key() + "-energy-by-level";
        String byData = group.key() + "-energy-by-data";
        if (comparison.scale() == EnergyScale.NONE) {
            BarFigure.write(
                    html,
                    byLevel,
                    "Energy by level",
                    own(levels.asShares(), round),
                    "%",
                    "share of the machine's energy");
            BarFigure.write(
                    html,
                    byData,
                    "Energy by what is moved",
                    own(data.asShares(), round),
                    "%",
                    "share of the machine's energy");
            return;
        }
        String unit = comparison.scale().unit();
        String axis = comparison.scale() == EnergyScale.MACS
                ? "energy per MAC, in multiples of a MAC's own"
                : "energy per MAC";
        ToDoubleFunction<Score> figure = Score::energyPerMac;
        BarFigure.write(
                html,
                byLevel,
                "Energy per MAC, by level",
                MachineStacks.labelled(levels, round, score -> both(round, score, figure)),
                unit,
                axis);
        BarFigure.write(
                html,
                byData,
                "Energy per MAC, by what is moved",
                MachineStacks.labelled(data, round, score -> both(round, score, figure)),
                unit,
                axis);
    }

    private static String both(Round round, Score score, ToDoubleFunction<Score> figure) {
        return score.energyPerMacText() + ", " + Si.times(round.relative(score, figure));
    }

    private static Stack own(Stack stack, Round round) {
        return MachineStacks.labelled(stack, round, Score::energyPerMacText);
    }

    private void relative(Html html, Round round, String id, String what, ToDoubleFunction<Score> figure) {
        String reference = round.reference().label();
        Stack stack = MachineStacks.relative(round, what, figure);
        BarFigure.writeRatios(
                html,
                group.key() + id,
                what + " against " + reference,
                stack,
                plain -> MachineStacks.labelled(plain, round, score -> Si.times(round.relative(score, figure))),
                "multiple of " + reference);
    }
}
