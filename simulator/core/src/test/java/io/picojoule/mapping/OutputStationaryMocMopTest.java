package io.picojoule.mapping;

import java.util.List;

class OutputStationaryMocMopTest extends StreamContract {
    @Override
    StreamDataflow dataflow() {
        return new OutputStationaryMocMop();
    }

    @Override
    List<String> interconnects() {
        return List.of("multicast");
    }
}
