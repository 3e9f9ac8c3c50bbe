package io.picojoule.report.chart;

import java.awt.geom.Rectangle2D;

/** Where data lie on the canvas. */
record LogFrame(Rectangle2D area, DecadeAxis intensity, DecadeAxis performance) {
    double x(double value) {
        return area.getX() + intensity.position(value) * area.getWidth();
    }

    double y(double value) {
        return area.getMaxY() - performance.position(value) * area.getHeight();
    }

    double intensityAt(double x) {
        return intensity.value((x - area.getX()) / area.getWidth());
    }

    double performanceAt(double y) {
        return performance.value((area.getMaxY() - y) / area.getHeight());
    }
}
