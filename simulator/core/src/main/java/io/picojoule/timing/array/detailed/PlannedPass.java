package io.picojoule.timing.array.detailed;

import io.picojoule.mapping.PassGeometry;
import io.picojoule.mapping.PassSequence;
import io.picojoule.mapping.Tiling;
import java.util.ArrayList;
import java.util.List;

/**
 * One pass of a layer: which tiles it works on, and which of them begin or end with it.
 *
 * @param firstFilter first filter of the pass, counted from the first of the filter tile
 * @param startsInputTile whether it is the first pass of a channel group, whose input tile is loaded before it
 * @param startsOutputTile whether it is the first pass of an output tile
 * @param endsOutputTile whether the output tile can be stored after it
 */
record PlannedPass(
        int group,
        int imageTile,
        int filterTile,
        int patch,
        int channelGroup,
        int fold,
        int firstFilter,
        PassGeometry geometry,
        boolean startsInputTile,
        boolean startsOutputTile,
        boolean endsOutputTile) {

    /** All passes of a layer, in the order in which they run. */
    static List<PlannedPass> of(PassSequence passes) {
        List<PlannedPass> plan = new ArrayList<>();
        for (int group = 0; group < passes.groups(); group++) {
            for (int imageTile = 0; imageTile < passes.images().count(); imageTile++) {
                for (int filterTile = 0; filterTile < passes.filterTiles().count(); filterTile++) {
                    for (int patch = 0; patch < passes.patches(); patch++) {
                        addOutputTile(plan, passes, group, imageTile, filterTile, patch);
                    }
                }
            }
        }
        return plan;
    }

    private static void addOutputTile(
            List<PlannedPass> plan, PassSequence passes, int group, int imageTile, int filterTile, int patch) {
        for (int channelGroup = 0; channelGroup < passes.channelGroups().count(); channelGroup++) {
            for (int fold = 0; fold < passes.folds(); fold++) {
                addFold(plan, passes, group, imageTile, filterTile, patch, channelGroup, fold);
            }
        }
    }

    private static void addFold(
            List<PlannedPass> plan,
            PassSequence passes,
            int group,
            int imageTile,
            int filterTile,
            int patch,
            int channelGroup,
            int fold) {
        Tiling filterGroups = passes.filterGroups(filterTile);
        boolean isLastFold = channelGroup == passes.channelGroups().count() - 1 && fold == passes.folds() - 1;
        for (int filterGroup = 0; filterGroup < filterGroups.count(); filterGroup++) {
            boolean startsInputTile = fold == 0 && filterGroup == 0;
            plan.add(new PlannedPass(
                    group,
                    imageTile,
                    filterTile,
                    patch,
                    channelGroup,
                    fold,
                    filterGroups.start(filterGroup),
                    passes.geometry(imageTile, patch, channelGroup, fold, filterGroups.size(filterGroup)),
                    startsInputTile,
                    startsInputTile && channelGroup == 0,
                    isLastFold && filterGroup == filterGroups.count() - 1));
        }
    }
}
