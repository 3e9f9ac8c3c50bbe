package io.picojoule.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One network on one machine with several batches: what a larger one buys in throughput and costs in latency.
 *
 * @param command the command line that ran them all
 * @param runs the smallest batch first
 */
public record Batches(String command, List<Run> runs) {
    /** Of a run with one batch only. */
    public static final Batches NONE = new Batches("", List.of());

    /**
     * A batch.
     *
     * @param page link to its page from those of the others
     */
    public record Run(Report report, String page) {
        /** Inferences that run together. */
        public int batch() {
            return report.run().batch();
        }

        /** {@code batch 16}. */
        public String name() {
            return "batch " + batch();
        }

        /** A metric of all layers, in words. */
        public String text(String metric) {
            return Metric.of(metric).text(report.run().totals(), report.run());
        }

        /** How long the whole batch takes. */
        public double seconds() {
            return report.run().seconds(report.run().totals().cycles());
        }

        /** Energy of an inference, in the unit that the report shows. */
        public double energyPerInference() {
            return report.energy(report.run().totals().energy().total()) / batch();
        }

        /** In words, why no layer ran; empty if any did. */
        public Optional<String> whyNothing() {
            return Coverage.of(report).whyNothing().map(why -> "no layer ran; " + why);
        }

        /** Whether layers are missing that the machine has units for. */
        public boolean isPartial() {
            return !Coverage.of(report).infeasible().isEmpty();
        }
    }

    /**
     * A figure of each batch, in words.
     *
     * @param text {@link Si#NONE} where it is not known
     */
    public record Column(String title, Function<Run, String> text) {
        private static Column of(String title, String metric) {
            return new Column(title, run -> run.text(metric));
        }
    }

    private static final List<Column> COLUMNS = List.of(
            Column.of("latency", "seconds"),
            Column.of("throughput", "inferencesPerSecond"),
            Column.of("efficiency", "inferencesPerJoule"),
            Column.of("average power", "averageWatts"),
            new Column(
                    "energy/inf",
                    run -> Si.format(run.energyPerInference(), run.report().energyUnit())),
            Column.of("per dollar", "inferencesPerSecondPerDollar"),
            new Column(
                    "bound by",
                    run -> Binding.of(run.report.run())
                            .map(binding -> Binding.words(binding.resource()))
                            .orElse(Si.NONE)),
            Column.of("bandwidth-bound", "bandwidthBoundTimeFraction"));

    public Batches {
        runs = runs.stream().sorted(Comparator.comparingInt(Run::batch)).toList();
    }

    /** Whether there is anything to compare. */
    public boolean areSeveral() {
        return runs.size() > 1;
    }

    /** Those in which something took time. */
    public List<Run> ran() {
        return runs.stream().filter(run -> run.seconds() > 0).toList();
    }

    /** What tables show: figures that some batch has, so no joules under a normalised energy table, and no price where none is stated. */
    public List<Column> columns() {
        return COLUMNS.stream()
                .filter(column -> runs.stream()
                        .filter(run -> run.whyNothing().isEmpty())
                        .anyMatch(run -> !column.text().apply(run).equals(Si.NONE)))
                .toList();
    }

    /** What a reader of the figures must know, a sentence each: how they grow, and what is in none of them, or not in all. */
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        growth().ifPresent(remarks::add);
        remarks.addAll(partialBatches());
        if (!ranTheSameLayers()) {
            remarks.add("Not all batches ran the same layers: compare with care.");
        }
        Coverage any = Coverage.of(runs.get(0).report);
        if (!any.notOnMachine().isEmpty()) {
            remarks.add("Not on this machine, and in no figure: " + Coverage.names(any.notOnMachine()) + ".");
        }
        return remarks;
    }

    /** A sentence for each set of layers that batches are without. */
    private List<String> partialBatches() {
        Map<String, List<String>> without = new LinkedHashMap<>();
        for (Run run : runs) {
            if (run.isPartial() && run.whyNothing().isEmpty()) {
                String missing = Coverage.names(Coverage.of(run.report).infeasible());
                without.computeIfAbsent(missing, layers -> new ArrayList<>()).add(Integer.toString(run.batch()));
            }
        }
        List<String> sentences = new ArrayList<>();
        without.forEach((missing, batches) -> {
            String who = batches.size() == 1
                    ? "Batch " + batches.get(0) + " is"
                    : "Batches " + Coverage.words(batches) + " are";
            sentences.add(who + " without what does not fit: " + missing + ".");
        });
        return sentences;
    }

    /** The largest batch as multiples of the smallest, of those that ran. */
    private Optional<String> growth() {
        List<Run> ran = ran();
        if (ran.size() < 2 || !ranTheSameLayers()) {
            return Optional.empty();
        }
        Run first = ran.get(0);
        Run last = ran.get(ran.size() - 1);
        double latency = last.seconds() / first.seconds();
        double throughput = last.batch() / latency / first.batch();
        double energy = last.energyPerInference() / first.energyPerInference();
        return Optional.of(
                "From batch " + first.batch() + " to " + last.batch() + ": throughput " + Si.times(throughput)
                        + ", latency " + Si.times(latency) + ", energy per inference " + Si.times(energy) + ".");
    }

    private boolean ranTheSameLayers() {
        Set<Set<String>> layers = ran().stream()
                .map(run -> run.report.timedLayers().stream()
                        .map(layer -> layer.name())
                        .collect(Collectors.toSet()))
                .collect(Collectors.toSet());
        return layers.size() < 2;
    }
}
