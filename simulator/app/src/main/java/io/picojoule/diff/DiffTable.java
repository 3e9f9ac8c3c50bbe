package io.picojoule.diff;

import io.picojoule.diff.Difference.OfLayer;
import io.picojoule.diff.Difference.Setting;
import io.picojoule.diff.StoredResult.Layer;
import io.picojoule.report.Binding;
import io.picojoule.report.Metric;
import io.picojoule.report.Si;
import io.picojoule.report.TextTable;
import io.picojoule.report.TextTable.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A difference on a terminal: what is another, the totals that moved, the layers by their effect. */
public final class DiffTable {
    private static final String DIGEST = "Digest";
    private static final int SHOWN_DIGITS = 12;
    private static final int MOST_KEYS = 4;

    private final Difference difference;
    private final boolean verbose;
    private final boolean colour;

    private DiffTable(Difference difference, boolean verbose, boolean colour) {
        this.difference = difference;
        this.verbose = verbose;
        this.colour = colour;
    }

    /** With the loop nests of mappings that changed, if {@code verbose}. */
    public static String of(Difference difference, boolean verbose, boolean colour) {
        return new DiffTable(difference, verbose, colour).text();
    }

    private String text() {
        StringBuilder text = new StringBuilder(title());
        if (!difference.settings().isEmpty()) {
            text.append('\n').append(settings());
        }
        if (difference.isNothing()) {
            return text.append('\n')
                    .append(Style.GREEN.of("nothing moved", colour))
                    .append('\n')
                    .toString();
        }
        if (!difference.totals().isEmpty()) {
            text.append('\n').append(totals());
        }
        List<OfLayer> shown = difference.layers().stream().filter(this::isShown).toList();
        if (!shown.isEmpty()) {
            text.append('\n').append(layers(shown));
        }
        List<OfLayer> others =
                difference.layers().stream().filter(layer -> !isShown(layer)).toList();
        if (!others.isEmpty()) {
            text.append('\n').append(others(others));
        }
        return verbose ? text.append(mappings()).toString() : text.toString();
    }

    private String title() {
        TextTable title = new TextTable(3, colour);
        title.row(
                Style.BOLD,
                List.of(
                        "before",
                        difference.before().file(),
                        difference.before().command()));
        title.row(
                Style.BOLD,
                List.of("after", difference.after().file(), difference.after().command()));
        return title.toString();
    }

    private TextTable settings() {
        TextTable table = new TextTable(3, colour);
        table.row(Style.DIM, List.of("another", "before", "after"));
        for (Setting setting : difference.settings()) {
            table.row(
                    Style.YELLOW,
                    List.of(
                            setting.key(),
                            shown(setting.key(), setting.before()),
                            shown(setting.key(), setting.after())));
        }
        return table;
    }

    private static String shown(String key, String value) {
        if (value.isEmpty()) {
            return Si.NONE;
        }
        boolean cut = key.endsWith(DIGEST) && value.length() > SHOWN_DIGITS;
        return cut ? value.substring(0, SHOWN_DIGITS) : value;
    }

    private TextTable totals() {
        TextTable table = new TextTable(1, colour);
        table.row(Style.DIM, List.of("total", "before", "after", "change"));
        difference
                .totals()
                .forEach((key, change) -> table.row(
                        Style.PLAIN,
                        List.of(
                                title(key),
                                number(change.before(), key),
                                number(change.after(), key),
                                percent(change.relative()))));
        return table;
    }

    private TextTable layers(List<OfLayer> layers) {
        TextTable table = new TextTable(2, colour);
        List<String> header = new ArrayList<>(List.of("layer", "kind"));
        for (String key : difference.by()) {
            header.addAll(List.of(title(key), "after", "change", "of total's"));
        }
        table.row(Style.DIM, header);
        for (OfLayer layer : layers) {
            List<String> cells = new ArrayList<>(List.of(layer.name(), kind(layer)));
            for (String key : difference.by()) {
                cells.add(number(layer.before(), key));
                cells.add(number(layer.after(), key));
                cells.add(percent(layer.of(key).relative()));
                cells.add(percent(difference.share(layer, key)));
            }
            table.row(layer.isInBoth() ? Style.PLAIN : Style.YELLOW, cells);
            String remarks = remarks(layer);
            if (!remarks.isEmpty()) {
                table.row(Style.DIM, List.of("", remarks));
            }
        }
        return table;
    }

    private static String kind(OfLayer layer) {
        return layer.after().or(layer::before).map(Layer::kind).orElse("");
    }

    private static String remarks(OfLayer layer) {
        List<String> remarks = new ArrayList<>();
        if (!layer.isInBoth()) {
            return layer.before().isPresent() ? "only before" : "only after";
        }
        if (layer.differs(Layer::kind)) {
            remarks.add("was " + layer.before().map(Layer::kind).orElse(""));
        }
        if (layer.isMapped()) {
            remarks.add("mapping changed");
        }
        if (layer.differs(Layer::kernel)) {
            remarks.add("kernel " + kernel(layer.after()) + ", was " + kernel(layer.before()));
        }
        if (layer.differs(Layer::boundBy)) {
            remarks.add("bound by " + bound(layer.after()) + ", was " + bound(layer.before()));
        }
        return String.join("; ", remarks);
    }

    private static String kernel(Optional<Layer> layer) {
        return layer.map(Layer::kernel).filter(each -> !each.isEmpty()).orElse("none");
    }

    private static String bound(Optional<Layer> layer) {
        return layer.map(Layer::boundBy)
                .filter(by -> !by.isEmpty())
                .map(Binding::wordsOf)
                .orElse("nothing");
    }

    /** Whether a layer has something to show in the table; of the others a line tells. */
    private boolean isShown(OfLayer layer) {
        return !remarks(layer).isEmpty() || difference.by().stream().anyMatch(layer.numbers()::containsKey);
    }

    private String others(List<OfLayer> layers) {
        StringBuilder text = new StringBuilder();
        for (OfLayer layer : layers) {
            List<String> keys = List.copyOf(layer.numbers().keySet());
            String more = keys.size() > MOST_KEYS ? " and " + (keys.size() - MOST_KEYS) + " more" : "";
            text.append(Style.DIM.of(
                            layer.name() + " moved in "
                                    + keys.stream().limit(MOST_KEYS).collect(Collectors.joining(", ")) + more,
                            colour))
                    .append('\n');
        }
        return text.toString();
    }

    private String mappings() {
        StringBuilder text = new StringBuilder();
        for (OfLayer layer : difference.layers()) {
            if (layer.isMapped()) {
                text.append('\n').append(Style.BOLD.of(layer.name(), colour)).append('\n');
                text.append("before\n").append(mapping(layer.before()));
                text.append("after\n").append(mapping(layer.after()));
            }
        }
        return text.toString();
    }

    private static String mapping(Optional<Layer> layer) {
        TextTable loops = new TextTable(1, false);
        layer.map(Layer::mapping)
                .filter(each -> !each.isEmpty())
                .orElse("none")
                .lines()
                .forEach(line -> loops.row(Style.PLAIN, List.of("  " + line)));
        return loops.toString();
    }

    private static String percent(OptionalDouble fraction) {
        return fraction.isEmpty() ? Si.NONE : Si.signedPercent(fraction.getAsDouble());
    }

    private static String number(Optional<Layer> layer, String key) {
        return number(layer.map(each -> each.numbers().get(key)).orElse(null), key);
    }

    private static String number(@Nullable Double value, String key) {
        return value == null
                ? Si.NONE
                : Si.format(value, metric(key).map(Metric::unit).orElse(""));
    }

    private static String title(String key) {
        return metric(key).map(Metric::title).orElse(key);
    }

    private static Optional<Metric> metric(String key) {
        return Metric.ALL.stream().filter(metric -> metric.key().equals(key)).findFirst();
    }
}
