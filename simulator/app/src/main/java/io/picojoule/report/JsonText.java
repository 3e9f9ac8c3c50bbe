package io.picojoule.report;

import java.io.Writer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/** How JSON looks: indented, with the same line ends everywhere. */
public final class JsonText extends ObjectWriteContext.Base {
    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

    private final DefaultPrettyPrinter printer;

    private JsonText(DefaultPrettyPrinter.Indenter objects, DefaultPrettyPrinter.Indenter arrays) {
        Separators separators = Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER);
        this.printer =
                new DefaultPrettyPrinter(separators).withObjectIndenter(objects).withArrayIndenter(arrays);
    }

    static JsonGenerator generator(Writer text) {
        return new JsonFactory().createGenerator(new JsonText(LINES, LINES), text);
    }

    /** Of an object with long lists, each item of which is a line. Who opened the writer closes it. */
    public static JsonGenerator rows(Writer text) {
        return JsonFactory.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build()
                .createGenerator(new JsonText(new Outer(1), new Outer(2)), text);
    }

    @Override
    public PrettyPrinter getPrettyPrinter() {
        return printer;
    }

    /** New lines down to a depth, and spaces below it. */
    private record Outer(int deepest) implements DefaultPrettyPrinter.Indenter {
        @Override
        public void writeIndentation(JsonGenerator json, int level) {
            if (level <= deepest) {
                LINES.writeIndentation(json, level);
            } else {
                json.writeRaw(' ');
            }
        }

        @Override
        public boolean isInline() {
            return false;
        }
    }
}
