package io.picojoule.config.document;

/** Writes paths within a document the way {@code --set} reads them. */
final class DocumentPath {
    private DocumentPath() {}

    static String key(String parent, String key) {
        String step = isPlain(key) ? key : "[\"" + key + "\"]";
        return parent.isEmpty() || step.startsWith("[") ? parent + step : parent + "." + step;
    }

    static String item(String parent, int index) {
        return parent + "[" + index + "]";
    }

    static String item(String parent, String name) {
        return parent + "[" + (isPlain(name) ? name : "\"" + name + "\"") + "]";
    }

    /** An item of a list by its name where it has one, else by its index. */
    static String item(String parent, int index, Node item) {
        if (item instanceof Mapping mapping) {
            String name = mapping.text("name").orElse("");
            if (!name.isEmpty()) {
                return item(parent, name);
            }
        }
        return item(parent, index);
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isLetterOrDigit(c) && c != '-' && c != '_') {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
