package io.picojoule.mapping;

class OutputStationaryTest extends StreamContract {
    @Override
    StreamDataflow dataflow() {
        return new OutputStationary();
    }
}
