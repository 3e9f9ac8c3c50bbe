package io.picojoule.report.chart;

import java.awt.geom.Rectangle2D;

/** Where data lie on the canvas. */
record LogFrame(Rectangle2D area, DecadeAxis horizontal, DecadeAxis vertical) {
    double x(double value) {
        return area.getX() + horizontal.position(value) * area.getWidth();
    }

    double y(double value) {
        return area.getMaxY() - vertical.position(value) * area.getHeight();
    }

    double horizontalAt(double x) {
        return horizontal.value((x - area.getX()) / area.getWidth());
    }

    double verticalAt(double y) {
        return vertical.value((area.getMaxY() - y) / area.getHeight());
    }
}
