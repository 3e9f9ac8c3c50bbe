package io.picojoule.validation;

import static io.picojoule.config.schema.Form.list;
import static io.picojoule.config.schema.Form.map;
import static io.picojoule.config.schema.Form.matching;
import static io.picojoule.config.schema.Form.number;
import static io.picojoule.config.schema.Form.oneOf;
import static io.picojoule.config.schema.Form.optional;
import static io.picojoule.config.schema.Form.required;
import static io.picojoule.config.schema.Form.some;
import static io.picojoule.config.schema.Form.text;
import static io.picojoule.config.schema.Form.whole;

import io.picojoule.config.schema.Form;
import java.util.List;

/** What the reader of published figures accepts, as editors are told. */
public final class PublishedForm {
    private static final String PERCENT = "[0-9]{1,15}(\\.[0-9]{1,15})?([eE][+-]?[0-9]{1,2})?\\s*%";
    private static final Form MARGIN = matching("^(" + PERCENT + "|equal)$", "3 %");

    private PublishedForm() {}

    public static Form.Keys document() {
        Form.Keys common = settings(Form::optional)
                .and(
                        optional("name", text("Eyeriss on AlexNet"), "For people; commands use the name of the file."),
                        optional("source", text("JSSC 52(1) 2017"), "Where the figures are from."),
                        optional("rows", list(row()), "The figures, if it is one experiment."),
                        optional(
                                "cases",
                                list(singleCase()),
                                "Several experiments; what they have in common stands beside."));
        return common.withEither(List.of("rows"), List.of("cases"));
    }

    private static Form.Keys singleCase() {
        return settings(Form::optional)
                .and(
                        required("name", text("ws-256-n16"), "Behind that of the file."),
                        required("rows", list(row()), "The figures."));
    }

    private interface KeyMaker {
        Form.Key key(String name, Form form, String description);
    }

    private static Form.Keys settings(KeyMaker keys) {
        return map(
                keys.key("description", text("The chip's measurements"), "A line for lists."),
                keys.key("accelerator", text("eyeriss"), "A preset or a file. None for sizes of compressed weights."),
                keys.key("workload", text("alexnet"), "A preset or a file."),
                keys.key(
                        "batch",
                        whole(1, PublishedReader.LARGEST_BATCH, 4),
                        "Inferences that run together. Default: 1."),
                keys.key("layers", some(text("conv*")), "Layers that were measured. Default: all."),
                keys.key("overrides", some(text("clock=100 MHz")), "As --set has them."),
                keys.key("mapping", text("search"), "As --mapping has it."),
                keys.key("energy", text("45nm"), "As --energy has it."),
                keys.key("objective", oneOf(PublishedReader.OBJECTIVES.keySet()), "As --objective has it."),
                keys.key(
                        "baseline",
                        map(
                                required("accelerator", text("isca16-rs-256"), "A preset."),
                                optional("batch", whole(1, PublishedReader.LARGEST_BATCH, 1), "Default: 1."),
                                optional(
                                        "overrides",
                                        some(text("precision=fp16")),
                                        "Its own. Default: those of the case.")),
                        "The run that relative figures are relative to."),
                keys.key(
                        "applications",
                        list(map(
                                required("workload", text("mlp0-like"), "A preset or a file."),
                                optional("batch", whole(1, PublishedReader.LARGEST_BATCH, 200), "Default: 1."),
                                optional("weight", number(30), "In 'weighted-mean', in any unit. Default: 1."))),
                        "Networks, instead of one, whose names and 'geometric-mean' and 'weighted-mean' figures go by."));
    }

    private static Form row() {
        Form gap = map(
                required("bound", MARGIN, "How far ours may be off."),
                required("cause", text("the paper counts configuration time"), "Why it is."));
        return map(
                required("quantity", oneOf(PublishedReader.QUANTITIES.keySet()), "What was measured."),
                required("unit", text("ms"), "That of the quantity."),
                required(
                        "class",
                        oneOf(PublishedReader.CLASSES.keySet()),
                        "Reproduced from mechanism and published inputs, calibrated with fitted constants, or a goal."),
                required("source", text("JSSC 52(1) 2017, Table V"), "Where the figures are from."),
                required("margin", MARGIN, "How far ours may be off, in per cent of the published figure."),
                optional("margins", map().andOthers(MARGIN), "Those of single layers."),
                optional("known-gaps", map().andOthers(gap), "Differences that are understood, by layer."),
                required("published", map().andOthers(number(16.5)), "The figures by layer, and 'total'."));
    }
}
