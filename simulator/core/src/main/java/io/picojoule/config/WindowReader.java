package io.picojoule.config;

import io.picojoule.config.document.Section;
import io.picojoule.config.document.Value;
import io.picojoule.workload.Padding;
import io.picojoule.workload.Window;
import java.util.List;
import java.util.Optional;

/** Reads the window of a convolution or a pool. */
final class WindowReader {
    static final int LARGEST = 65_536;
    static final int MOST_DILATION = 1024;
    private static final String PAIR = "a whole number n or [height, width]";

    private final Section section;

    WindowReader(Section section) {
        this.section = section;
    }

    /** With dilation, and a stride of 1 unless it is stated. */
    Optional<Window> convolution() {
        return window(pair("stride").orElse(new int[] {1, 1}), section.wholeOr("dilation", 1, 1, MOST_DILATION, "2"));
    }

    /** The stride must be stated: frameworks differ in what they take for granted. */
    Optional<Window> pooling() {
        section.require("stride", PAIR, "2");
        return window(pair("stride").orElse(new int[] {1, 1}), 1);
    }

    private Optional<Window> window(int[] stride, int dilation) {
        section.require("kernel", PAIR, "3");
        int[] kernel = pair("kernel").orElse(new int[] {1, 1});
        Padding padding = padding();
        return section.build(() -> new Window(kernel[0], kernel[1], stride[0], stride[1], padding, dilation));
    }

    private Optional<int[]> pair(String key) {
        Optional<Value> value = section.find(key);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        int[] numbers = numbers(value.get(), 1);
        if (numbers.length > 2 || numbers.length == 0) {
            value.get().refuse("a list of " + numbers.length + " was found", PAIR + " is wanted", "[3, 5]");
            return Optional.empty();
        }
        return Optional.of(new int[] {numbers[0], numbers[numbers.length - 1]});
    }

    private Padding padding() {
        Optional<Value> value = section.find("pad");
        if (value.isEmpty()) {
            return Padding.NONE;
        }
        int[] pad = numbers(value.get(), 0);
        return switch (pad.length) {
            case 1 -> Padding.all(pad[0]);
            case 2 -> new Padding(pad[0], pad[0], pad[1], pad[1]);
            case 4 -> new Padding(pad[0], pad[1], pad[2], pad[3]);
            default -> {
                String wanted = "n, [height, width] or [top, bottom, left, right] is wanted";
                value.get().refuse("a list of " + pad.length + " was found", wanted, "[1, 1]");
                yield Padding.NONE;
            }
        };
    }

    private static int[] numbers(Value value, int least) {
        List<Value> items = value.items();
        int[] numbers = new int[items.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (int) items.get(i).whole(least, LARGEST, "3");
        }
        return numbers;
    }
}
