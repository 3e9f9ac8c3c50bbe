package io.picojoule.mapping;

import java.util.List;

class NoLocalReuseTest extends StreamContract {
    @Override
    StreamDataflow dataflow() {
        return new NoLocalReuse();
    }

    @Override
    List<String> interconnects() {
        return List.of("multicast", "adder-tree");
    }
}
