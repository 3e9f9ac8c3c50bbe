package io.picojoule.sweep.store;

import io.picojoule.sweep.SweepRow;

/** A row with the digest of its point, by which the store knows it. */
@SuppressWarnings("ArrayRecordComponent")
public record KeyedRow(byte[] digest, SweepRow row) {}
