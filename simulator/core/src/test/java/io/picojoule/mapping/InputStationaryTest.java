package io.picojoule.mapping;

class InputStationaryTest extends StreamContract {
    @Override
    StreamDataflow dataflow() {
        return new InputStationary();
    }
}
