package io.picojoule.timing.array.detailed;

import io.picojoule.mapping.PassGeometry;
import io.picojoule.mapping.PassSequence;
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
        int strip,
        int channelGroup,
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
                    for (int strip = 0; strip < passes.strips().count(); strip++) {
                        addOutputTile(plan, passes, group, imageTile, filterTile, strip);
                    }
                }
            }
        }
        return plan;
    }

    private static void addOutputTile(
            List<PlannedPass> plan, PassSequence passes, int group, int imageTile, int filterTile, int strip) {
        int channelGroups = passes.channelGroups().count();
        PassSequence.Tiling filterGroups = passes.filterGroups(filterTile);
        for (int channelGroup = 0; channelGroup < channelGroups; channelGroup++) {
            for (int filterGroup = 0; filterGroup < filterGroups.count(); filterGroup++) {
                boolean startsInputTile = filterGroup == 0;
                boolean endsInputTile = filterGroup == filterGroups.count() - 1;
                plan.add(new PlannedPass(
                        group,
                        imageTile,
                        filterTile,
                        strip,
                        channelGroup,
                        filterGroups.start(filterGroup),
                        passes.geometry(imageTile, strip, channelGroup, filterGroups.size(filterGroup)),
                        startsInputTile,
                        startsInputTile && channelGroup == 0,
                        endsInputTile && channelGroup == channelGroups - 1));
            }
        }
    }
}
