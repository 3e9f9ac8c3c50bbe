package io.picojoule.report.html;

import io.picojoule.simulation.LayerResult;

/** How many bytes of what the layer moves at each level. */
final class TrafficPart implements DetailPart {
    @Override
    public String title() {
        return "Traffic by level and operand";
    }

    @Override
    public boolean appliesTo(LayerResult layer) {
        return TrafficTable.isAny(layer.timing().activity());
    }

    @Override
    public boolean isWide() {
        return true;
    }

    @Override
    public void write(Html html, LayerResult layer) {
        TrafficTable.write(html, layer.timing().activity());
    }
}
