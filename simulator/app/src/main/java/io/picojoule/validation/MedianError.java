package io.picojoule.validation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/**
 * How far half of the figures of a quantity are off at most, whichever way.
 *
 * @param figures how many there are; goals and means are none of them
 */
public record MedianError(PublishedQuantity quantity, double error, int figures) {
    /** In the order in which quantities come. A figure without a result, and so without an error, is the worst there is. */
    public static List<MedianError> of(List<ValidationRow> rows) {
        Map<PublishedQuantity, List<Double>> errors = new LinkedHashMap<>();
        for (ValidationRow row : rows) {
            if (row.row().evidence() != EvidenceClass.GOAL
                    && !row.row().isGeometricMean()
                    && !row.row().isWeightedMean()) {
                double error = Double.isNaN(row.error()) ? Double.POSITIVE_INFINITY : Math.abs(row.error());
                errors.computeIfAbsent(row.row().quantity(), quantity -> new ArrayList<>())
                        .add(error);
            }
        }
        return errors.entrySet().stream()
                .map(entry -> new MedianError(
                        entry.getKey(),
                        median(entry.getValue()),
                        entry.getValue().size()))
                .toList();
    }

    private static double median(List<Double> values) {
        return new Median()
                .evaluate(values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
