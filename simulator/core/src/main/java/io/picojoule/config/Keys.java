package io.picojoule.config;

import io.picojoule.hardware.Dram;
import io.picojoule.hardware.Interconnect;
import io.picojoule.hardware.Interleave;
import io.picojoule.hardware.ZeroInputs;
import io.picojoule.workload.Cell;
import io.picojoule.workload.Operand;
import io.picojoule.workload.Pointwise;
import io.picojoule.workload.Pooling;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The words that documents use for the domain's own, in the order messages list them. */
final class Keys {
    static final Map<String, Operand> OPERANDS = new LinkedHashMap<>();
    static final Map<String, Interconnect> INTERCONNECTS = new LinkedHashMap<>();
    static final Map<String, ZeroInputs> ZERO_INPUTS = new LinkedHashMap<>();
    static final Map<String, Interleave> INTERLEAVES = new LinkedHashMap<>();
    static final Map<String, Dram.Compression> COMPRESSIONS = new LinkedHashMap<>();
    static final Map<String, Pointwise.Function> POINTWISE = new LinkedHashMap<>();
    static final Map<String, Pooling.Kind> POOLS = new LinkedHashMap<>();
    static final Map<String, Cell> CELLS = new LinkedHashMap<>();
    static final Map<String, Pointwise.Function> ACTIVATIONS = new LinkedHashMap<>();

    /** Whether the input of a recurrent layer is its first state, and not a sequence. */
    static final Map<String, Boolean> STARTS_STATE = new LinkedHashMap<>();

    /** Whether a pool counts a last window that hangs over the edge. */
    static final Map<String, Boolean> ROUNDS_UP = new LinkedHashMap<>();

    static {
        STARTS_STATE.put("sequence", false);
        STARTS_STATE.put("initial-state", true);
        for (Pointwise.Function function :
                List.of(Pointwise.Function.RELU, Pointwise.Function.SIGMOID, Pointwise.Function.TANH)) {
            ACTIVATIONS.put(function.key(), function);
        }
        for (Cell cell : Cell.values()) {
            CELLS.put(cell.key(), cell);
        }
        ROUNDS_UP.put("floor", false);
        ROUNDS_UP.put("ceil", true);
        for (Operand operand : Operand.values()) {
            OPERANDS.put(operand.key(), operand);
        }
        for (Interconnect interconnect : Interconnect.values()) {
            INTERCONNECTS.put(interconnect.key(), interconnect);
        }
        for (ZeroInputs zeroInputs : ZeroInputs.values()) {
            ZERO_INPUTS.put(zeroInputs.key(), zeroInputs);
        }
        for (Interleave interleave : Interleave.values()) {
            INTERLEAVES.put(interleave.key(), interleave);
        }
        for (Dram.Compression compression : Dram.Compression.values()) {
            COMPRESSIONS.put(compression.key(), compression);
        }
        for (Pointwise.Function function : Pointwise.Function.values()) {
            POINTWISE.put(function.key(), function);
        }
        for (Pooling.Kind kind : Pooling.Kind.values()) {
            POOLS.put(kind.key(), kind);
        }
    }

    private Keys() {}

    /** Some of the operands. */
    static Map<String, Operand> operands(Operand... some) {
        Map<String, Operand> map = new LinkedHashMap<>();
        for (Operand operand : some) {
            map.put(operand.key(), operand);
        }
        return map;
    }

    /** Names that mean themselves. */
    static Map<String, String> of(Collection<String> names) {
        Map<String, String> map = new LinkedHashMap<>();
        for (String name : names) {
            map.put(name, name);
        }
        return map;
    }
}
