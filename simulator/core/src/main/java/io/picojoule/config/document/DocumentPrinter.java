package io.picojoule.config.document;

import java.util.List;

/** Prints a document as YAML, each value with its source as a comment. What is printed reads back as the same document. */
public final class DocumentPrinter {
    private static final String PLAIN = "-_./+%*() ";

    private final StringBuilder out = new StringBuilder();
    private final String known;

    private DocumentPrinter(String known) {
        this.known = known;
    }

    public static String print(Mapping root) {
        DocumentPrinter printer = new DocumentPrinter(root.text("source").orElse(""));
        printer.map(root, "", "");
        return printer.out.toString();
    }

    private void map(Mapping mapping, String first, String indent) {
        String lead = first;
        for (var entry : mapping.entries().entrySet()) {
            boolean nested = !indent.isEmpty() || !first.isEmpty();
            if (nested && entry.getKey().equals("source")) {
                continue;
            }
            out.append(lead).append(quotedIfNeeded(entry.getKey(), true)).append(':');
            value(entry.getValue().value(), indent);
            lead = indent;
        }
    }

    private void value(Node node, String indent) {
        if (node instanceof Scalar scalar) {
            line(scalar.isEmpty() ? "" : " " + written(scalar, false), scalar);
        } else if (node instanceof Mapping mapping) {
            out.append(mapping.entries().isEmpty() ? " {}\n" : "\n");
            map(mapping, indent + "  ", indent + "  ");
        } else if (node instanceof Sequence list) {
            list(list.items(), indent);
        }
    }

    private void list(List<Node> items, String indent) {
        if (items.stream().allMatch(Scalar.class::isInstance)) {
            StringBuilder flow = new StringBuilder();
            for (Node item : items) {
                flow.append(flow.isEmpty() ? "" : ", ").append(written((Scalar) item, true));
            }
            line(
                    " [" + flow + "]",
                    items.isEmpty()
                            ? new Scalar(Place.of(new Origin.CommandLine("")), "", true, "")
                            : (Scalar) items.get(0));
            return;
        }
        out.append('\n');
        for (Node item : items) {
            if (item instanceof Mapping mapping && !mapping.entries().isEmpty()) {
                map(mapping, indent + "  - ", indent + "    ");
            } else {
                out.append(indent).append("  -");
                value(item, indent + "  ");
            }
        }
    }

    private void line(String text, Scalar scalar) {
        out.append(text);
        String comment = comment(scalar);
        if (!comment.isEmpty()) {
            out.append("  # ").append(comment);
        }
        out.append('\n');
    }

    /** The source, unless it is the document's own, which stands at its top. */
    private String comment(Scalar scalar) {
        if (scalar.place().origin() instanceof Origin.CommandLine argument) {
            return argument.display();
        }
        String source = scalar.source().equals(known) ? "" : scalar.source();
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < source.length(); i++) {
            line.append(Character.isISOControl(source.charAt(i)) ? ' ' : source.charAt(i));
        }
        return line.toString().strip();
    }

    private static String written(Scalar scalar, boolean inFlow) {
        if (scalar.range().isPresent()) {
            String range = quotedIfNeeded(scalar.range().get().text(), true);
            return "{value: " + quotedIfNeeded(scalar.text(), true) + ", range: " + range + "}";
        }
        return scalar.isEmpty() ? "" : quotedIfNeeded(scalar.text(), inFlow);
    }

    private static String quotedIfNeeded(String text, boolean inFlow) {
        boolean plain = !text.isEmpty() && Character.isLetterOrDigit(text.charAt(0)) && text.equals(text.strip());
        for (int i = 0; plain && i < text.length(); i++) {
            char c = text.charAt(i);
            boolean comma = c == ',' && !inFlow;
            plain = Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0 || comma;
        }
        if (plain && !text.equals("null")) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> quoted.append('\\').append(c);
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> quoted.append(Character.isISOControl(c) ? String.format("\\u%04x", (int) c) : c);
            }
        }
        return quoted.append('"').toString();
    }
}
