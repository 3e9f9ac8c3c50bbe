package io.picojoule.mapping;

class WeightStationaryTest extends StreamContract {
    @Override
    StreamDataflow dataflow() {
        return new WeightStationary();
    }
}
