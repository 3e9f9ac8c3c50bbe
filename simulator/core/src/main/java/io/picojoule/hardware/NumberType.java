package io.picojoule.hardware;

import io.picojoule.workload.WordWidths;

/** How a processor keeps the values that it multiplies. */
public enum NumberType {
    FP32("fp32", 32, 32),
    /** 19 bits in the multiplier, 32 in memory. */
    TF32("tf32", 32, 32),
    FP16("fp16", 16, 32),
    BF16("bf16", 16, 32),
    INT16("int16", 16, 32),
    INT8("int8", 8, 32);

    private final String key;
    private final int bits;
    private final int sumBits;

    NumberType(String key, int bits, int sumBits) {
        this.key = key;
        this.bits = bits;
        this.sumBits = sumBits;
    }

    public String key() {
        return key;
    }

    /** Bits of a value in memory. */
    public int bits() {
        return bits;
    }

    /** Of which a sum takes more bits than its terms. */
    public boolean isInteger() {
        return this == INT16 || this == INT8;
    }

    public WordWidths words() {
        return new WordWidths(bits, bits, sumBits, bits);
    }
}
