package io.picojoule.config.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A unit of measure.
 *
 * @param inBase how many base units it is: Hz, bit, bit/s, pJ, mW, ns, nm, um2, USD, or one of what is counted
 */
record Unit(String symbol, Dimension dimension, BigDecimal inBase) {
    private static final List<Unit> ALL = all();

    static Optional<Unit> of(String symbol) {
        for (Unit unit : ALL) {
            if (unit.symbol.equals(symbol)) {
                return Optional.of(unit);
            }
        }
        return Optional.empty();
    }

    /** Units that a misspelt symbol may mean, {@code MHz} for {@code mhz}. */
    static List<String> like(String symbol) {
        List<String> like = new ArrayList<>();
        for (Unit unit : ALL) {
            if (unit.symbol.equalsIgnoreCase(symbol)) {
                like.add(unit.symbol);
            }
        }
        return like;
    }

    static List<String> symbols(Dimension dimension) {
        List<String> symbols = new ArrayList<>();
        for (Unit unit : ALL) {
            if (unit.dimension == dimension) {
                symbols.add(unit.symbol);
            }
        }
        return symbols;
    }

    private static List<Unit> all() {
        List<Unit> units = new ArrayList<>();
        add(units, Dimension.FREQUENCY, "Hz", "1", "kHz", "1e3", "MHz", "1e6", "GHz", "1e9");
        addBytes(units, Dimension.SIZE, "");
        addBytes(units, Dimension.RATE, "/s");
        add(units, Dimension.WORDS, "word", "1", "words", "1");
        add(units, Dimension.WORD_RATE, "word/cycle", "1", "words/cycle", "1");
        add(units, Dimension.ENERGY, "fJ", "1e-3", "pJ", "1", "nJ", "1e3", "uJ", "1e6", "mJ", "1e9", "J", "1e12");
        add(units, Dimension.MAC_MULTIPLE, "MAC", "1");
        add(units, Dimension.POWER, "uW", "1e-3", "mW", "1", "W", "1e3");
        add(units, Dimension.TIME, "ns", "1", "us", "1e3", "ms", "1e6", "s", "1e9");
        add(units, Dimension.CYCLES, "cycle", "1", "cycles", "1");
        add(units, Dimension.PRICE, "USD", "1");
        add(units, Dimension.LENGTH, "nm", "1", "um", "1e3");
        add(units, Dimension.AREA, "um2", "1", "mm2", "1e6");
        add(units, Dimension.SLOTS, "slot", "1", "slots", "1");
        add(units, Dimension.ENTRIES, "entry", "1", "entries", "1");
        return List.copyOf(units);
    }

    private static void addBytes(List<Unit> units, Dimension dimension, String per) {
        String[] prefixes = {"", "k", "M", "G", "T"};
        BigDecimal decimal = BigDecimal.ONE;
        for (String prefix : prefixes) {
            units.add(new Unit(prefix + "bit" + per, dimension, decimal));
            units.add(new Unit(prefix + "B" + per, dimension, decimal.multiply(BigDecimal.valueOf(8))));
            decimal = decimal.multiply(BigDecimal.valueOf(1000));
        }
        units.add(new Unit("bits" + per, dimension, BigDecimal.ONE));
        BigDecimal binary = BigDecimal.valueOf(8);
        for (String prefix : new String[] {"Ki", "Mi", "Gi", "Ti"}) {
            binary = binary.multiply(BigDecimal.valueOf(1024));
            units.add(new Unit(prefix + "B" + per, dimension, binary));
        }
    }

    private static void add(List<Unit> units, Dimension dimension, String... symbolsAndFactors) {
        for (int i = 0; i < symbolsAndFactors.length; i += 2) {
            units.add(new Unit(symbolsAndFactors[i], dimension, new BigDecimal(symbolsAndFactors[i + 1])));
        }
    }
}
