package io.picojoule.report;

import io.picojoule.report.TextTable.Style;
import io.picojoule.validation.MedianError;
import io.picojoule.validation.PublishedCase;
import io.picojoule.validation.PublishedQuantity;
import io.picojoule.validation.PublishedRow;
import io.picojoule.validation.Status;
import io.picojoule.validation.ValidationRow;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Published figures beside ours, on a terminal. */
public final class ValidationTable {
    private static final int SEVERAL = 4;
    private static final int PERCENT = 100;
    private static final int DIGITS = 4;

    private ValidationTable() {}

    public static String of(List<PublishedCase> cases, List<ValidationRow> rows, boolean colour) {
        StringBuilder text = new StringBuilder();
        for (PublishedCase each : cases) {
            text.append(Style.BOLD.of(each.name(), colour))
                    .append("  ")
                    .append(each.description())
                    .append("\n\n");
            List<ValidationRow> own = rows.stream()
                    .filter(row -> row.caseName().equals(each.name()))
                    .toList();
            text.append(table(own, colour)).append('\n');
        }
        String medians = medians(rows);
        if (!medians.isEmpty()) {
            text.append(medians).append('\n');
        }
        return text.append(summary(rows, colour)).append('\n').toString();
    }

    private static TextTable table(List<ValidationRow> rows, boolean colour) {
        TextTable table = new TextTable(2, colour);
        table.row(
                Style.DIM,
                List.of("quantity", "layer", "published", "ours", "unit", "error", "margin", "class", "status"));
        PublishedQuantity quantity = null;
        for (ValidationRow row : rows) {
            table.row(style(row), cells(row, quantity));
            row.row().knownGap().ifPresent(gap -> table.row(Style.DIM, List.of("", "", "known gap: " + gap.cause())));
            quantity = row.row().quantity();
        }
        return table;
    }

    private static List<String> cells(ValidationRow row, @Nullable PublishedQuantity above) {
        PublishedRow published = row.row();
        return List.of(
                published.quantity() == above ? "" : published.quantity().key(),
                published.layer(),
                number(published.published()),
                number(row.ours()),
                published.quantity().unit(),
                Si.signedPercent(row.error()),
                margin(published),
                published.evidence().key(),
                row.status().key());
    }

    /** A margin in words. */
    public static String margin(PublishedRow row) {
        return row.margin() == 0 ? "equal" : "± " + Si.shortest(row.margin() * PERCENT, DIGITS) + " %";
    }

    /** A figure of a published row: to four digits, with a prefix where it is large. */
    public static String number(double value) {
        return Si.shortest(value, DIGITS);
    }

    private static Style style(ValidationRow row) {
        return switch (row.status()) {
            case WITHIN -> row.row().isTotal() ? Style.BOLD : Style.PLAIN;
            case KNOWN_GAP -> Style.YELLOW;
            case OUTSIDE -> row.isFailure() ? Style.RED : Style.YELLOW;
        };
    }

    /** Of quantities with several figures, how far half of them are off at most. */
    private static String medians(List<ValidationRow> rows) {
        String medians = MedianError.of(rows).stream()
                .filter(median -> median.figures() >= SEVERAL && median.error() > 0)
                .map(median -> median.quantity().key() + " " + Si.share(median.error()) + " of " + median.figures())
                .collect(Collectors.joining(", "));
        return medians.isEmpty() ? "" : "Median errors: " + medians + ".";
    }

    private static String summary(List<ValidationRow> rows, boolean colour) {
        long outside = rows.stream().filter(ValidationRow::isFailure).count();
        long missed = rows.stream()
                .filter(row -> row.status() == Status.OUTSIDE && !row.isFailure())
                .count();
        String goals = missed == 0 ? "" : ", but for " + missed + (missed == 1 ? " goal" : " goals");
        String text = outside == 0
                ? "All " + rows.size() + " figures are within their margins or known gaps" + goals + "."
                : outside + " of " + rows.size() + " figures are outside their margins.";
        return (outside == 0 ? Style.GREEN : Style.RED).of(text, colour);
    }
}
