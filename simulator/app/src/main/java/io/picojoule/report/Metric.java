package io.picojoule.report;

import io.picojoule.activity.Level;
import io.picojoule.energy.EnergyTable;
import io.picojoule.simulation.RunResult;
import io.picojoule.simulation.Totals;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A number that reports tell of a layer, of the layers of a kind, and of the whole run. A line in {@link #ALL} is all it takes: it is
 * then in JSON, CSV and the pages.
 *
 * @param key in JSON and CSV
 * @param title for people
 * @param unit without prefix; {@code %} for a fraction, empty for a count
 * @param measure null where the run does not say, as joules under a normalised energy table
 */
public record Metric(String key, String title, String unit, Measure measure) {
    public static final double JOULES_PER_PICOJOULE = 1e-12;
    private static final int BITS_PER_BYTE = 8;
    private static final int OPERATIONS_PER_MAC = 2;

    /** How a metric follows from what was counted. */
    @FunctionalInterface
    public interface Measure {
        @Nullable
        Number of(Totals totals, RunResult run);
    }

    /** In the order in which they are printed. */
    public static final List<Metric> ALL = List.of(
            new Metric("macs", "MACs", "", (totals, run) -> totals.macs()),
            new Metric("cycles", "cycles", "", (totals, run) -> totals.cycles()),
            new Metric("seconds", "latency", "s", Metric::seconds),
            new Metric(
                    "processingSeconds",
                    "latency without exposed DRAM",
                    "s",
                    (totals, run) -> run.seconds(totals.processingCycles())),
            new Metric(
                    "inferencesPerSecond",
                    "throughput",
                    "inf/s",
                    (totals, run) -> ratio(run.batch(), seconds(totals, run))),
            new Metric(
                    "operationsPerSecond",
                    "operations a second",
                    "op/s",
                    (totals, run) -> ratio(operations(totals), seconds(totals, run))),
            new Metric(
                    "joules",
                    "energy",
                    "J",
                    (totals, run) -> joules(totals.energy().total(), run)),
            new Metric(
                    "chipJoules",
                    "energy of the chip",
                    "J",
                    (totals, run) -> joules(totals.energy().chip(), run)),
            new Metric(
                    "energyInMacs",
                    "energy in MACs",
                    "MAC",
                    (totals, run) -> isNormalised(run) ? totals.energy().total() : null),
            new Metric(
                    "inferencesPerJoule",
                    "efficiency",
                    "inf/J",
                    (totals, run) -> ratio(run.batch(), joules(totals.energy().total(), run))),
            new Metric("inferencesPerSecondPerDollar", "throughput per dollar", "inf/s/$", Metric::perDollar),
            new Metric(
                    "inferencesPerSecondPerSquareMillimetre",
                    "throughput per area",
                    "inf/s/mm²",
                    Metric::perSquareMillimetre),
            new Metric(
                    "averageWatts",
                    "average power",
                    "W",
                    (totals, run) -> watts(totals.energy().total(), totals, run)),
            new Metric(
                    "chipWatts",
                    "power of the chip",
                    "W",
                    (totals, run) -> watts(totals.energy().chip(), totals, run)),
            new Metric("energyDelayProduct", "energy-delay product", "J s", Metric::energyDelayProduct),
            new Metric("fractionOfPeak", "fraction of peak", "%", Metric::fractionOfPeak),
            new Metric(
                    "fractionOfRoof",
                    "fraction of roof",
                    "%",
                    (totals, run) -> totals.cycles() == 0 ? null : totals.fractionOfRoof()),
            new Metric(
                    "bandwidthBoundTimeFraction",
                    "time bound by bandwidth",
                    "%",
                    (totals, run) -> totals.bandwidthBoundTimeFraction()),
            new Metric(
                    "dramBytes",
                    "DRAM traffic",
                    "B",
                    (totals, run) -> bytes(totals.activity().bits(Level.DRAM))),
            new Metric(
                    "gatedMacs",
                    "MACs gated off for a zero input",
                    "",
                    (totals, run) -> totals.activity().gatedMacs()),
            new Metric(
                    "skippedMacs",
                    "MACs skipped for a zero",
                    "",
                    (totals, run) -> totals.activity().skippedMacs()),
            new Metric(
                    "vectorOperations",
                    "operations of the vector unit",
                    "",
                    (totals, run) -> totals.activity().vectorOperations()),
            new Metric(
                    "lookUps",
                    "look-ups of functions in the vector unit's table",
                    "",
                    (totals, run) -> totals.activity().lookUps()));

    /** The metric of this key. */
    public static Metric of(String key) {
        return ALL.stream().filter(metric -> metric.key.equals(key)).findFirst().orElseThrow();
    }

    public Optional<Number> of(Totals totals, RunResult run) {
        return Optional.ofNullable(measure.of(totals, run));
    }

    /** Three significant digits and a prefix, for people. */
    public String text(Totals totals, RunResult run) {
        return of(totals, run)
                .map(value -> Si.format(value.doubleValue(), unit))
                .orElse(Si.NONE);
    }

    /** Bytes, whole ones where the bits make whole ones, as they do but on a link with an odd word. */
    public static Number bytes(long bits) {
        return bits % BITS_PER_BYTE == 0 ? (Number) (bits / BITS_PER_BYTE) : (Number) ((double) bits / BITS_PER_BYTE);
    }

    private static boolean isNormalised(RunResult run) {
        return run.energyTable().unit() == EnergyTable.Unit.MAC;
    }

    private static double seconds(Totals totals, RunResult run) {
        return run.seconds(totals.cycles());
    }

    private static double operations(Totals totals) {
        return (double) OPERATIONS_PER_MAC * totals.macs();
    }

    private static @Nullable Double joules(double picojoules, RunResult run) {
        return isNormalised(run) ? null : picojoules * JOULES_PER_PICOJOULE;
    }

    private static @Nullable Double watts(double picojoules, Totals totals, RunResult run) {
        Double joules = joules(picojoules, run);
        return joules == null ? null : ratio(joules, seconds(totals, run));
    }

    private static @Nullable Double energyDelayProduct(Totals totals, RunResult run) {
        Double joules = joules(totals.energy().total(), run);
        return joules == null ? null : joules * seconds(totals, run);
    }

    private static @Nullable Double perDollar(Totals totals, RunResult run) {
        if (run.machine().identity().priceDollars().isEmpty()) {
            return null;
        }
        return ratio(
                run.batch(),
                seconds(totals, run) * run.machine().identity().priceDollars().getAsDouble());
    }

    private static @Nullable Double perSquareMillimetre(Totals totals, RunResult run) {
        return run.area().isEmpty()
                ? null
                : ratio(run.batch(), seconds(totals, run) * run.area().get().squareMillimetres());
    }

    private static @Nullable Double fractionOfPeak(Totals totals, RunResult run) {
        return ratio(
                (double) totals.activity().performedMacs(),
                (double) totals.laneMacs() * run.machine().macsPerCycle());
    }

    private static @Nullable Double ratio(double numerator, @Nullable Double denominator) {
        return denominator == null || denominator == 0 ? null : numerator / denominator;
    }
}
