package io.picojoule.hardware;

/** What sort of processor it is. Nothing is timed by it: all that differs is in its numbers. */
public enum DeviceClass {
    CPU("cpu"),
    GPU("gpu"),
    FPGA("fpga");

    private final String key;

    DeviceClass(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }
}
