package io.picojoule.energy;

import io.picojoule.hardware.FeatureSize;
import java.util.List;
import java.util.Optional;

/**
 * A technology node, and what the same operation costs at another: dynamic energy, of logic and SRAM alike. It is a rule of thumb, for
 * machines of different nodes side by side; what a table states for its own node is always better.
 *
 * @param nanometres of the node's name
 */
public record TechnologyNode(double nanometres) {
    /**
     * A node of the table.
     *
     * @param energy of an operation, as a multiple of that at 45 nm
     * @param source where the figure is from
     */
    public record Point(double nanometres, double energy, String source) {
        private static final double REFERENCE_NANOMETRES = 45;
        private static final double REFERENCE_VOLTS = 1.0;

        /** Capacitance goes with the feature size, and energy with that and the square of the voltage. */
        private static Point ofVoltage(double nanometres, double volts) {
            double capacitance = nanometres / REFERENCE_NANOMETRES;
            double voltage = volts / REFERENCE_VOLTS;
            return new Point(
                    nanometres,
                    capacitance * voltage * voltage,
                    "assumed: feature size x V^2 at " + volts + " V, " + "the usual supply of the node, from memory");
        }
    }

    /**
     * From the smallest node to the largest. Feature size x V² down to 28 nm: below, names of nodes are no sizes any more, and a published
     * pair of figures takes its place.
     */
    public static final List<Point> POINTS = List.of(
            new Point(
                    7,
                    0.35,
                    "assumed: Jouppi et al., ISCA 2021, Table 2 (fp32 multiplication 3.7 pJ at 45 nm, 1.31 pJ at 7 nm), from memory"),
            Point.ofVoltage(28, 0.9),
            Point.ofVoltage(32, 0.9),
            Point.ofVoltage(45, 1.0),
            Point.ofVoltage(65, 1.1),
            Point.ofVoltage(90, 1.1),
            Point.ofVoltage(130, 1.2),
            Point.ofVoltage(180, 1.8));

    public static final double SMALLEST_NANOMETRES = POINTS.get(0).nanometres();
    public static final double LARGEST_NANOMETRES =
            POINTS.get(POINTS.size() - 1).nanometres();

    public TechnologyNode {
        if (!(nanometres >= SMALLEST_NANOMETRES && nanometres <= LARGEST_NANOMETRES)) {
            throw new IllegalArgumentException("TechnologyNode: " + nanometres + " nm is outside of the table");
        }
    }

    /** The node of a text, {@code 45 nm} or {@code 0.18 um}; nothing if it is none, or outside of the table. */
    public static Optional<TechnologyNode> of(String text) {
        return FeatureSize.of(text)
                .map(FeatureSize::nanometres)
                .filter(nanometres -> nanometres >= SMALLEST_NANOMETRES && nanometres <= LARGEST_NANOMETRES)
                .map(TechnologyNode::new);
    }

    /** The energy of an operation at another node, as a multiple of that at this one. */
    public double energyAt(TechnologyNode other) {
        return other.energy() / energy();
    }

    /** As a multiple of that at 45 nm: straight lines between the points on log-log paper. */
    private double energy() {
        Point below = POINTS.get(0);
        for (Point above : POINTS) {
            if (nanometres <= above.nanometres()) {
                double share = below.equals(above)
                        ? 0
                        : Math.log(nanometres / below.nanometres()) / Math.log(above.nanometres() / below.nanometres());
                return below.energy() * Math.pow(above.energy() / below.energy(), share);
            }
            below = above;
        }
        return below.energy();
    }

    /** {@code 45 nm}. */
    public String text() {
        String number = Double.toString(nanometres);
        return (number.endsWith(".0") ? number.substring(0, number.length() - 2) : number) + " nm";
    }
}
