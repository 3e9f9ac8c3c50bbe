package io.picojoule.config;

import static io.picojoule.config.schema.Form.flag;
import static io.picojoule.config.schema.Form.map;
import static io.picojoule.config.schema.Form.optional;
import static io.picojoule.config.schema.Form.text;
import static io.picojoule.config.schema.Form.whole;

import io.picojoule.config.schema.Form;
import java.util.List;

/** What the reader of mappings accepts, as editors are told. */
final class MappingForm {
    private MappingForm() {}

    static Form.Keys document() {
        Form layer = map(
                        optional(
                                "loops",
                                text("for m in 0..96 step 32  @ global-buffer"),
                                "A loop nest as reports print it."),
                        parameter("m", 64, "Output channels whose partial sums stay in the global buffer."),
                        parameter("n", 4, "Images of a pass; cut to the batch."),
                        parameter("e", 13, "Output rows of a strip: columns that a set of processing elements takes."),
                        parameter("p", 16, "Filters that a processing element interleaves."),
                        parameter("q", 3, "Channels that a processing element interleaves."),
                        parameter("r", 2, "Sets with different channels, one above another."),
                        parameter("t", 2, "Sets with different filters, side by side."),
                        parameter("f", 28, "Output columns of a tile; whole rows without it."),
                        parameter("filter-rows", 7, "Rows of a filter in a pass; all without it."),
                        parameter("filter-columns", 7, "Columns of a filter in a pass; all without it."),
                        optional("flattened", flag(), "A fully-connected layer as a matrix product."))
                .withEither(List.of("loops"), List.of("m", "n", "e", "p", "q", "r", "t"));
        return map(
                        optional("name", text("Eyeriss on AlexNet"), "What reports call it."),
                        optional("description", text("As measured"), "A line for lists."),
                        optional("source", text("JSSC 52(1) 2017, Table III"), "Where the mappings are from."),
                        optional("layers", map().andOthers(layer), "The mappings, where they do not stand at the top."))
                .andOthers(layer);
    }

    private static Form.Key parameter(String key, long example, String description) {
        return optional(key, whole(1, MappingReader.LARGEST, example), description);
    }
}
