package io.picojoule.mapping;

import io.picojoule.workload.Dimension;
import io.picojoule.workload.LoopNest;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a loop nest is cut over time and space: every loop with its place, outermost first. It prints itself as that nest, and what it
 * prints can be read back.
 */
public record Mapping(String dataflow, LoopNest nest, List<Loop> loops) {
    private static final Pattern LINE = Pattern.compile(
            "\\s*(for|parallel)\\s+([a-z](?:\\.[a-z])*)\\s+in\\s+0\\.\\.(\\d{1,9})(?:\\s+step\\s+(\\d{1,9}))?\\s+@\\s*([a-z-]+)\\s*");

    public Mapping {
        loops = List.copyOf(loops);
    }

    /** The one loop over {@code dimension} at {@code place}; a loop that is not there covers one index. */
    public Loop loop(Place place, Dimension dimension) {
        for (Loop loop : loops) {
            if (loop.place() == place && loop.isOver(dimension)) {
                return loop;
            }
        }
        return new Loop(place, dimension, 1, 1);
    }

    /** The loop nest as text; loops of one iteration are shown too, since they name the tile. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        int depth = 0;
        for (Loop loop : loops) {
            text.append("  ".repeat(depth++))
                    .append(loop.place().isSpatial() ? "parallel " : "for ")
                    .append(loop.axis())
                    .append(" in 0..")
                    .append(loop.extent());
            if (loop.step() != 1) {
                text.append(" step ").append(loop.step());
            }
            text.append("  @ ").append(loop.place().key()).append('\n');
        }
        return text.toString();
    }

    /**
     * Reads loops as {@link #toString} prints them.
     *
     * @throws IllegalArgumentException with the line that cannot be read
     */
    public static List<Loop> parse(String text) {
        List<Loop> loops = new ArrayList<>();
        for (String line : text.lines().filter(each -> !each.isBlank()).toList()) {
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("cannot read the loop \"" + line.strip()
                        + "\"; wanted is a line such as \"for m in 0..96 step 32  @ global-buffer\"");
            }
            Place place = place(matcher.group(5), line);
            if (place.isSpatial() != matcher.group(1).equals("parallel")) {
                throw new IllegalArgumentException("the loop \"" + line.strip()
                        + "\" is at odds with itself: loops at rows and columns are \"parallel\", all others \"for\"");
            }
            int step = matcher.group(4) == null ? 1 : Integer.parseInt(matcher.group(4));
            loops.add(new Loop(place, axis(matcher.group(2), line), Integer.parseInt(matcher.group(3)), step));
        }
        return loops;
    }

    private static Place place(String key, String line) {
        for (Place place : Place.values()) {
            if (place.key().equals(key)) {
                return place;
            }
        }
        throw new IllegalArgumentException("unknown place '" + key + "' in the loop \"" + line.strip()
                + "\"; there are dram, global-buffer, rows, columns, scratchpad");
    }

    private static Axis axis(String letters, String line) {
        List<Dimension> dimensions = new ArrayList<>();
        for (String letter : letters.split("\\.")) {
            dimensions.add(dimension(letter, line));
        }
        return new Axis(dimensions);
    }

    private static Dimension dimension(String letter, String line) {
        for (Dimension dimension : Dimension.values()) {
            if (dimension.name().equalsIgnoreCase(letter)) {
                return dimension;
            }
        }
        throw new IllegalArgumentException(
                "unknown dimension '" + letter + "' in the loop \"" + line.strip() + "\"; there are n g m c p q r s");
    }
}
