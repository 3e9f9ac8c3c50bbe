package io.picojoule.cli;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Damages files as slips of the hand, other programs and bad luck do. */
final class Mutation {
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)?");
    private static final Pattern UNIT = Pattern.compile("(?<=[0-9] )[A-Za-z]+(/[a-z]+)?");
    private static final Pattern WORD = Pattern.compile("[a-z]+(-[a-z]+)*");
    private static final Pattern TYPE = Pattern.compile("[<>|][a-z][0-9]");
    private static final Pattern SHAPE = Pattern.compile("\\([0-9, ]+\\)");

    private static final List<String> SMALL =
            List.of("1", "2", "3", "4", "5", "6", "7", "8", "12", "16", "64", "100", "1000");
    private static final List<String> NUMBERS = List.of(
            "0",
            "-1",
            "1e9",
            "2147483647",
            "2147483648",
            "9223372036854775807",
            "NaN",
            "-0",
            "1e400",
            ".inf",
            "1e-9",
            "0.5",
            "65536",
            "1000000",
            "007",
            "1_000",
            "0x10",
            "99999999999999999999999");
    private static final List<String> UNITS = List.of(
            "Hz",
            "GHz",
            "bit",
            "B",
            "KiB",
            "TiB",
            "KB",
            "kb",
            "MB/s",
            "word",
            "words",
            "words/cycle",
            "cycles",
            "pJ",
            "J",
            "MAC",
            "W",
            "nm",
            "USD",
            "furlongs",
            "µJ",
            "");
    private static final List<String> WORDS = List.of(
            "name",
            "kind",
            "source",
            "value",
            "extends",
            "layers",
            "input",
            "conv",
            "relu",
            "weights",
            "none",
            "skip",
            "systolic",
            "true",
            "null",
            "~",
            "x",
            "*",
            "conv*",
            "..",
            "eyeriss",
            "inputs",
            "loops",
            "pad",
            "groups",
            "stride",
            "run-length");
    private static final List<String> PIECES = List.of(
            "&a ",
            "*a",
            "!!int ",
            "<<: *a",
            "\t",
            "\u0000",
            "\u001b[31m",
            "\u0085",
            "\u2028",
            "\ufeff",
            "%YAML 1.1\n",
            "---\n",
            "...\n",
            "? ",
            "| ",
            ">-\n",
            "\"",
            "'",
            "[",
            "]",
            "{",
            "}",
            ", ",
            ": ",
            "#",
            "- ",
            "\r",
            "\r\n",
            "\\x41",
            "\"\\u0000\"",
            "é",
            "\uD83D\uDE80",
            "extends: x.yaml\n",
            "{value: 1, source: [x]}");
    private static final List<String> TYPES =
            List.of("<i1", "|i1", "<i2", ">i2", "<i4", "<f4", ">f8", "<f8", "<u2", "|O8", "<c8", "<i9");
    private static final List<String> SHAPES = List.of(
            "()",
            "(0,)",
            "(4,)",
            "(4, 3, 3)",
            "(4, 3, 3, 3)",
            "(3, 8, 8)",
            "(2147483647,)",
            "(99999, 99999, 99999)",
            "(-1, 3)",
            "(4L, 3)");

    /** Unlike {@code Random}, it makes something else of the next seed. */
    private final SplittableRandom random;

    Mutation(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** A text with a mistake or two, most of them in numbers: what reads well goes further. */
    byte[] ofText(String text) {
        String changed = text;
        for (int i = random.nextInt(4) / 2; i >= 0; i--) {
            changed = once(changed);
        }
        byte[] bytes = changed.getBytes(StandardCharsets.UTF_8);
        return random.nextInt(10) == 0 ? ofBytes(bytes) : bytes;
    }

    /** A NumPy file with a mistake or two: of its bytes, or of what its header says. */
    byte[] ofTensor(byte[] file) {
        byte[] changed = file;
        for (int i = random.nextInt(2); i >= 0; i--) {
            String text = new String(changed, StandardCharsets.ISO_8859_1);
            changed = switch (random.nextInt(6)) {
                case 0 -> bytes(padded(replaced(text, TYPE, TYPES), text));
                case 1 -> bytes(padded(replaced(text, SHAPE, SHAPES), text));
                case 2 -> bytes(padded(text.replace("False", "True"), text));
                case 3 -> withByte(changed, random.nextInt(Math.min(12, changed.length)), random.nextInt(256));
                case 4 -> Arrays.copyOf(changed, random.nextInt(changed.length + 20) + 1);
                default -> ofBytes(changed);
            };
        }
        return changed;
    }

    private String once(String text) {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> replaced(text, NUMBER, SMALL);
            case 3, 4 -> replaced(text, NUMBER, NUMBERS);
            case 5 -> replaced(text, UNIT, UNITS);
            case 6 -> replaced(text, WORD, WORDS);
            case 7 -> lines(text);
            case 8 -> inserted(text, one(PIECES));
            default -> random.nextInt(8) == 0 ? inserted(text, large()) : inserted(text, one(WORDS));
        };
    }

    private byte[] ofBytes(byte[] bytes) {
        int at = random.nextInt(bytes.length);
        byte[] end = Arrays.copyOfRange(bytes, at, bytes.length);
        return switch (random.nextInt(3)) {
            case 0 -> withByte(bytes, at, bytes[at] ^ (1 << random.nextInt(8)));
            case 1 -> joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(end, 1, end.length));
            default -> joined(Arrays.copyOf(bytes, at), new byte[] {(byte) random.nextInt(256)}, end);
        };
    }

    private String lines(String text) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        if (lines.size() < 2) {
            return text + text;
        }
        int at = random.nextInt(lines.size());
        int other = random.nextInt(lines.size());
        switch (random.nextInt(4)) {
            case 0 -> lines.add(other, lines.get(at));
            case 1 -> lines.remove(at);
            case 2 -> lines.set(at, lines.set(other, lines.get(at)));
            default ->
                lines.set(at, " ".repeat(random.nextInt(6)) + lines.get(at).strip());
        }
        return String.join("\n", lines) + "\n";
    }

    /** Something too deep or too long. */
    private String large() {
        return switch (random.nextInt(4)) {
            case 0 -> "[".repeat(5000);
            case 1 -> "\nx: " + "{a: ".repeat(3000);
            case 2 -> "9".repeat(200_000);
            default -> "\n" + "- ".repeat(3000);
        };
    }

    private String replaced(String text, Pattern pattern, List<String> with) {
        List<MatchResult> found = pattern.matcher(text).results().toList();
        if (found.isEmpty()) {
            return inserted(text, one(with));
        }
        MatchResult one = found.get(random.nextInt(found.size()));
        return text.substring(0, one.start()) + one(with) + text.substring(one.end());
    }

    /** With as many spaces before the data that these stand where they stood, most of the time. */
    private String padded(String changed, String before) {
        int surplus = changed.length() - before.length();
        int end = changed.indexOf('\n');
        if (end < Math.max(0, surplus) || random.nextInt(4) == 0) {
            return changed;
        }
        String header = changed.substring(0, end);
        String fitting = surplus > 0 ? header.substring(0, end - surplus) : header + " ".repeat(-surplus);
        return fitting + changed.substring(end);
    }

    private String inserted(String text, String piece) {
        int at = random.nextInt(text.length() + 1);
        return text.substring(0, at) + piece + text.substring(at);
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] withByte(byte[] bytes, int at, int value) {
        byte[] changed = bytes.clone();
        changed[at] = (byte) value;
        return changed;
    }

    private static byte[] joined(byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        byte[] joined = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, joined, at, part.length);
            at += part.length;
        }
        return joined;
    }
}
