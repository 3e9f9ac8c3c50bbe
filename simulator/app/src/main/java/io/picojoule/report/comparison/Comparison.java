package io.picojoule.report.comparison;

import io.picojoule.report.Report;
import io.picojoule.simulation.RunResult;
import io.picojoule.workload.Network;
import java.util.ArrayList;
import java.util.List;

/**
 * One network on several machines.
 *
 * @param baseline the machine that the others are put in relation to, wherever it ran something
 * @param all the round over everything that is compared
 * @param rounds those to show: convolutions, products, everything; without those that would hold nothing, or the same as another
 * @param terms how they are compared
 */
public record Comparison(
        List<Entrant> entrants, Entrant baseline, Round all, List<Round> rounds, EnergyScale scale, Terms terms) {
    public Comparison {
        entrants = List.copyOf(entrants);
        rounds = List.copyOf(rounds);
    }

    /** Compares runs of the same network with the same batch. */
    public static Comparison of(List<Entrant> entrants, Terms terms) {
        Entrant baseline = entrants.stream()
                .filter(entrant ->
                        terms.baseline().filter(entrant.label()::equals).isPresent())
                .findFirst()
                .orElseGet(() -> entrants.get(0));
        Round all = Round.of(LayerGroup.ALL, entrants, baseline);
        List<Round> rounds = new ArrayList<>();
        for (LayerGroup group : List.of(LayerGroup.CONVOLUTIONS, LayerGroup.PRODUCTS)) {
            if (entrants.get(0).run().network().layers().stream().anyMatch(group::holds)) {
                rounds.add(Round.of(group, entrants, baseline));
            }
        }
        if (rounds.size() != 1 || !rounds.get(0).layers().equals(all.layers())) {
            rounds.add(all);
        }
        return new Comparison(entrants, baseline, all, rounds, EnergyScale.of(compared(entrants, all)), terms);
    }

    /** The machines whose figures are shown, or all where there are none. */
    List<Entrant> compared() {
        return compared(entrants, all);
    }

    private static List<Entrant> compared(List<Entrant> entrants, Round all) {
        List<Entrant> compared = all.scores().stream().map(Score::entrant).toList();
        return compared.isEmpty() ? entrants : compared;
    }

    /** The command line that makes the same comparison. */
    public String command() {
        return terms.command();
    }

    public Network network() {
        return run().network();
    }

    public int batch() {
        return run().batch();
    }

    private RunResult run() {
        return first().run();
    }

    /** The report of the first machine, for what all have in common. */
    public Report first() {
        return entrants.get(0).report();
    }

    /** Whether there is no layer that all machines ran. */
    public boolean isNothing() {
        return all.isEmpty();
    }

    public boolean hasPrices() {
        return entrants.stream()
                .anyMatch(entrant ->
                        entrant.run().machine().identity().priceDollars().isPresent());
    }

    /** What a reader must know before any number. */
    public List<String> remarks() {
        return Remarks.of(this);
    }

    /** {@code a}, {@code a and b}, {@code a, b and c}. */
    static String listed(List<String> words) {
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    /** Labels that tell machines apart: their names, and what the user called them where two have the same. */
    public static List<String> labels(List<String> names, List<String> arguments) {
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            boolean unique = names.stream().filter(name::equals).count() == 1;
            labels.add(unique ? name : name + " (" + arguments.get(i) + ")");
        }
        return labels;
    }

    static List<String> labels(List<Entrant> entrants) {
        return entrants.stream().map(Entrant::label).toList();
    }
}
