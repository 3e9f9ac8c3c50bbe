package io.picojoule.report.comparison;

import io.picojoule.report.Report;
import io.picojoule.simulation.RunResult;
import io.picojoule.workload.Network;
import java.util.ArrayList;
import java.util.List;

/**
 * One network on several machines.
 *
 * @param rounds over convolutions, over products and over everything; those that would hold nothing, or the same as the one before, are not
 *     there
 * @param command the command line that makes the same comparison
 */
public record Comparison(List<Entrant> entrants, List<Round> rounds, EnergyScale scale, String command) {
    public Comparison {
        entrants = List.copyOf(entrants);
        rounds = List.copyOf(rounds);
    }

    /** Compares runs of the same network with the same batch. */
    public static Comparison of(List<Entrant> entrants, String command) {
        List<Round> rounds = new ArrayList<>();
        for (LayerGroup group : LayerGroup.values()) {
            Round round = Round.of(group, entrants);
            boolean any = group == LayerGroup.ALL || !round.layers().isEmpty() || !round.absent().isEmpty();
            boolean hasLayers = entrants.get(0).run().network().layers().stream().anyMatch(group::holds);
            boolean repeats = rounds.size() == 1 && rounds.get(0).layers().equals(round.layers());
            if (any && hasLayers && !repeats) {
                rounds.add(round);
            }
        }
        List<Entrant> present = entrants.stream()
                .filter(entrant -> !entrant.run().layers().isEmpty())
                .toList();
        return new Comparison(entrants, rounds, EnergyScale.of(present.isEmpty() ? entrants : present), command);
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

    /** The round over everything that is compared. */
    public Round all() {
        return rounds.get(rounds.size() - 1);
    }

    /** Whether there is no layer that all machines ran. */
    public boolean isNothing() {
        return all().isEmpty();
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
        return last < 1 ? String.join("", words) : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
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
