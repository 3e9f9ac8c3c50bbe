package io.picojoule.report;

import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/** How JSON looks: indented, with the same line ends everywhere. */
final class JsonText extends ObjectWriteContext.Base {
    private final DefaultPrettyPrinter printer;

    private JsonText() {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        Separators separators = Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER);
        this.printer =
                new DefaultPrettyPrinter(separators).withObjectIndenter(lines).withArrayIndenter(lines);
    }

    static JsonGenerator generator(StringWriter text) {
        return new JsonFactory().createGenerator(new JsonText(), text);
    }

    @Override
    public PrettyPrinter getPrettyPrinter() {
        return printer;
    }
}
