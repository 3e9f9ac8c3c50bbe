package io.picojoule.mapping;

import java.util.List;

class OutputStationarySocMopTest extends StreamContract {
    @Override
    StreamDataflow dataflow() {
        return new OutputStationarySocMop();
    }

    @Override
    List<String> interconnects() {
        return List.of("multicast");
    }
}
