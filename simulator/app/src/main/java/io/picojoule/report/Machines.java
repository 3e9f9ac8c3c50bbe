package io.picojoule.report;

import io.picojoule.hardware.Machine;
import io.picojoule.hardware.Processor;
import io.picojoule.hardware.SparseEngine;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.simulation.RunResult;

/** Machines in a few words, whatever their kind. */
public final class Machines {
    private Machines() {}

    /** How many processing elements there are: {@code 12 × 14}; of a processor cores by lanes. */
    public static String elements(Machine machine) {
        if (machine instanceof Processor processor) {
            return processor.cores() + " × " + processor.lanes();
        }
        return machine instanceof SpatialArray array
                ? array.rows() + " × " + array.columns()
                : Long.toString(machine.elements());
    }

    /** {@code 12.4 mm²}, or that it is not known. */
    public static String area(RunResult run) {
        return run.area().map(area -> area(area.squareMillimetres())).orElse(Si.NONE);
    }

    /** {@code 12.4 mm²}: square millimetres take no prefix. */
    public static String area(double squareMillimetres) {
        return Si.digits(squareMillimetres) + " mm²";
    }

    /** How it lays a layer out: the dataflow of an array; of a processor, which and in what numbers. */
    public static String manner(Machine machine) {
        if (machine instanceof SpatialArray array) {
            return array.dataflow();
        }
        if (machine instanceof Processor processor) {
            return processor.deviceClass().key() + ", "
                    + processor.precisionType().key();
        }
        SparseEngine engine = (SparseEngine) machine;
        return "sparse, " + engine.interleave().key() + " interleaved";
    }
}
