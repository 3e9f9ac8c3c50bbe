package io.picojoule.config.scalesim;

import io.picojoule.config.document.Names;
import java.util.ArrayList;
import java.util.List;

/** What a user should know about a network that was read from a topology. */
final class Remarks {
    private final List<String> overhanging = new ArrayList<>();
    private final List<String> depthwise = new ArrayList<>();

    void overhangs(String layer) {
        overhanging.add(layer);
    }

    void isDepthwise(String layer) {
        depthwise.add(layer);
    }

    /** A sentence each. */
    List<String> sentences(String file, boolean headerIsNumbers, List<String> madeNames) {
        List<String> sentences = new ArrayList<>();
        sentences.add("each row of " + file
                + " is a layer by itself, as in SCALE-Sim: it reads an input of its own, has no padding and no "
                + "bias, and the file knows one inference; a batch runs each row on so many inputs");
        if (headerIsNumbers) {
            sentences.add("the first line of " + file
                    + " was taken for the header, as SCALE-Sim does, though it looks like a layer");
        }
        if (!overhanging.isEmpty()) {
            sentences.add(
                    "as in SCALE-Sim, output sizes are rounded up: a last window hangs over the edge, over zeros, in "
                            + Names.list(overhanging));
        }
        if (!depthwise.isEmpty()) {
            sentences.add(
                    "'DP' in the name makes a layer depthwise; SCALE-Sim makes a layer of each channel, here one layer has as many "
                            + "groups as channels, which is the same work: " + Names.list(depthwise));
        }
        if (!madeNames.isEmpty()) {
            sentences.add("names of rows that have none, or one that is taken: " + Names.list(madeNames));
        }
        return sentences;
    }
}
