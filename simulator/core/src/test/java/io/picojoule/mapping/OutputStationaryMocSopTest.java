package io.picojoule.mapping;

import java.util.List;

class OutputStationaryMocSopTest extends StreamContract {
    @Override
    StreamDataflow dataflow() {
        return new OutputStationaryMocSop();
    }

    @Override
    List<String> interconnects() {
        return List.of("multicast");
    }
}
