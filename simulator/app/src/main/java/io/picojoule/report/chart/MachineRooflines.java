package io.picojoule.report.chart;

import io.picojoule.report.Si;
import io.picojoule.report.chart.LabelPlacer.Label;
import io.picojoule.report.chart.LogPlot.Mark;
import java.awt.Shape;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.ui.TextAnchor;

/** Rooflines of several machines in one plot: the roof of each in its colour, and its layers as points of its colour and shape. */
public final class MachineRooflines {
    private static final double MARGIN = 1.9;
    private static final double EDGE = 6;
    private static final float WIDTH = 2.2f;
    private static final List<Shape> SHAPES =
            List.of(LogPlot.CIRCLE, LogPlot.SQUARE, LogPlot.DIAMOND, LogPlot.TRIANGLE);
    private static final List<String> SHAPE_SIGNS = List.of("●", "■", "◆", "▲");

    /** A layer; one that performs no operation, or whose intensity is infinite, is not drawn. */
    public record Point(String name, double seconds, double operationsPerByte, double operationsPerSecond) {
        private boolean isDrawn() {
            return operationsPerSecond > 0 && RooflineChart.isDrawn(operationsPerByte);
        }
    }

    /**
     * A machine.
     *
     * @param bytesPerSecond of the memory against which its points stand
     */
    public record Machine(String name, double peakOperationsPerSecond, double bytesPerSecond, List<Point> points) {
        public Machine {
            points = points.stream()
                    .filter(Point::isDrawn)
                    .sorted(Comparator.comparingDouble(Point::seconds).reversed())
                    .toList();
        }

        /** Where the roof bends. */
        private double ridge() {
            return peakOperationsPerSecond / bytesPerSecond;
        }
    }

    private final List<Machine> machines;
    private final DecadeAxis intensity;
    private final DecadeAxis performance;
    private final LogPlot plot;
    private final LogFrame frame;

    private MachineRooflines(List<Machine> machines) {
        this.machines = machines;
        double left = Double.MAX_VALUE;
        double right = 0;
        double least = Double.MAX_VALUE;
        double most = 0;
        for (Machine machine : machines) {
            left = Math.min(left, machine.ridge());
            right = Math.max(right, machine.ridge());
            least = Math.min(least, machine.peakOperationsPerSecond() / 10);
            most = Math.max(most, machine.peakOperationsPerSecond());
            for (Point point : machine.points()) {
                left = Math.min(left, point.operationsPerByte());
                right = Math.max(right, point.operationsPerByte());
                least = Math.min(least, point.operationsPerSecond());
            }
        }
        this.intensity = new DecadeAxis(
                "arithmetic intensity (op per byte moved)", "", left / MARGIN / MARGIN, right * MARGIN * MARGIN);
        this.performance = new DecadeAxis("performance", "op/s", least / MARGIN / MARGIN, most * MARGIN);
        this.plot = new LogPlot(intensity, performance, RooflineChart.HEIGHT);
        this.frame = plot.frame();
    }

    /**
     * All machines in one drawing.
     *
     * @param machines one at least
     */
    public static String svg(String id, String label, List<Machine> machines) {
        return new MachineRooflines(machines).svg(id, label);
    }

    /** The colour of the machine of this number, from 0. */
    public static Ink ink(int machine) {
        return Ink.series(machine);
    }

    /** The sign for the shape of its points. */
    public static String sign(int machine) {
        return SHAPE_SIGNS.get(shape(machine));
    }

    /** Once the colours are used up, they come again with other shapes. */
    private static int shape(int machine) {
        return (machine + machine / Ink.SERIES) % SHAPES.size();
    }

    private String svg(String id, String label) {
        for (int i = 0; i < machines.size(); i++) {
            roof(machines.get(i), ink(i));
        }
        for (int i = 0; i < machines.size(); i++) {
            Machine machine = machines.get(i);
            List<Mark> marks = machine.points().stream()
                    .map(point -> new Mark(point.operationsPerByte(), point.operationsPerSecond(), tip(machine, point)))
                    .toList();
            plot.marks(marks, SHAPES.get(shape(i)), ink(i), Ink.CARD);
            marks.forEach(mark -> plot.placer().avoid(frame.x(mark.x()), frame.y(mark.y())));
        }
        for (int i = 0; i < machines.size(); i++) {
            names(machines.get(i), ink(i));
        }
        return plot.svg(id, label);
    }

    private void roof(Machine machine, Ink ink) {
        double peak = machine.peakOperationsPerSecond();
        double start = Math.max(intensity.getLowerBound(), performance.getLowerBound() / machine.bytesPerSecond());
        if (start < machine.ridge()) {
            line(start, start * machine.bytesPerSecond(), machine.ridge(), peak, ink);
        }
        line(machine.ridge(), peak, intensity.getUpperBound(), peak, ink);
    }

    private void line(double x1, double y1, double x2, double y2, Ink ink) {
        plot.line(x1, y1, x2, y2, WIDTH, ink);
        plot.placer().avoid(frame.x(x1), frame.y(y1), frame.x(x2), frame.y(y2));
    }

    /** The machine's own name at the end of its roof, and that of the layer which takes most of its time. */
    private void names(Machine machine, Ink ink) {
        double right = frame.x(intensity.getUpperBound()) - EDGE - LabelPlacer.width(machine.name()) / 2;
        write(plot.placer().place(machine.name(), right, frame.y(machine.peakOperationsPerSecond())), ink);
        machine.points().stream()
                .findFirst()
                .flatMap(point -> plot.placer()
                        .place(point.name(), frame.x(point.operationsPerByte()), frame.y(point.operationsPerSecond())))
                .ifPresent(label -> write(Optional.of(label), ink));
    }

    private void write(Optional<Label> label, Ink ink) {
        label.ifPresent(free -> plot.text(free.text(), free.x(), free.baseline(), 0, TextAnchor.BASELINE_LEFT, ink));
    }

    private static String tip(Machine machine, Point point) {
        return machine.name() + ", " + point.name() + ": " + Si.format(point.operationsPerSecond(), "op/s") + " at "
                + Si.digits(point.operationsPerByte()) + " op per byte";
    }
}
