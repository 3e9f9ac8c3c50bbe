package io.picojoule.workload;

/** Text out of files as messages and tables show it. Here, on the lowest floor, since every floor shows names. */
public final class OneLine {
    private OneLine() {}

    /** The text with a space for each thing that a terminal would obey or that would turn letters about, line ends among them. */
    public static String of(String text) {
        StringBuilder line = new StringBuilder(text);
        for (int i = 0; i < line.length(); i++) {
            switch (Character.getType(line.charAt(i))) {
                case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                    line.setCharAt(i, ' ');
                default -> {
                    // Stays.
                }
            }
        }
        return line.toString();
    }
}
