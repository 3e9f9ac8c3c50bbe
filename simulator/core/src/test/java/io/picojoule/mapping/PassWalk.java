package io.picojoule.mapping;

import io.picojoule.workload.LoopNest;
import java.util.LinkedHashMap;
import java.util.Map;

/** Walks the passes of a mapping one by one, and every MAC of each. */
final class PassWalk {
    private final PassSequence passes;
    private final LoopNest nest;
    private final Map<PassGeometry, Long> kinds = new LinkedHashMap<>();
    private final byte[] visits;
    private long outputTiles;

    PassWalk(PassSequence passes) {
        this.passes = passes;
        this.nest = passes.nest();
        this.visits = new byte[(int) nest.macs()];
        walk();
    }

    /** How often each MAC is done, in the order n, g, m, c, p, q, r, s. */
    byte[] visits() {
        return visits;
    }

    /** How often each geometry occurs. */
    Map<PassGeometry, Long> kinds() {
        return kinds;
    }

    long outputTiles() {
        return outputTiles;
    }

    private void walk() {
        for (int group = 0; group < passes.groups(); group++) {
            for (int images = 0; images < passes.images().count(); images++) {
                for (int filters = 0; filters < passes.filterTiles().count(); filters++) {
                    for (int patch = 0; patch < passes.patches(); patch++) {
                        outputTiles++;
                        outputTile(group, images, filters, patch);
                    }
                }
            }
        }
    }

    private void outputTile(int group, int images, int filterTile, int patch) {
        Tiling filterGroups = passes.filterGroups(filterTile);
        for (int channels = 0; channels < passes.channelGroups().count(); channels++) {
            for (int fold = 0; fold < passes.folds(); fold++) {
                for (int filters = 0; filters < filterGroups.count(); filters++) {
                    PassGeometry geometry = passes.geometry(images, patch, channels, fold, filterGroups.size(filters));
                    kinds.merge(geometry, 1L, Long::sum);
                    int[] first = {
                        passes.images().start(images),
                        group,
                        passes.filterTiles().start(filterTile) + filterGroups.start(filters),
                        passes.channelGroups().start(channels),
                        passes.strips().start(passes.stripOf(patch)),
                        passes.columnTiles().start(passes.columnTileOf(patch)),
                        passes.firstRowOf(fold),
                        passes.firstColumnOf(fold)
                    };
                    pass(geometry, first);
                }
            }
        }
    }

    private void pass(PassGeometry geometry, int[] first) {
        for (int image = 0; image < geometry.images(); image++) {
            for (int block = 0; block < geometry.blocks(); block++) {
                for (int f = 0; f < geometry.filtersOf(block); f++) {
                    for (int set = 0; set < geometry.sets(); set++) {
                        for (int channel = 0; channel < geometry.channelsOf(set); channel++) {
                            int filter = first[2] + geometry.firstFilterOf(block) + f;
                            planes(
                                    geometry,
                                    first,
                                    first[0] + image,
                                    filter,
                                    first[3] + geometry.firstChannelOf(set) + channel);
                        }
                    }
                }
            }
        }
    }

    private void planes(PassGeometry geometry, int[] first, int n, int m, int c) {
        for (int row = 0; row < geometry.outputRows(); row++) {
            for (int q = 0; q < geometry.outputColumns(); q++) {
                for (int r = 0; r < geometry.filterRows(); r++) {
                    for (int s = 0; s < geometry.filterColumns(); s++) {
                        visit(n, first[1], m, c, first[4] + row, first[5] + q, first[6] + r, first[7] + s);
                    }
                }
            }
        }
    }

    private void visit(int n, int g, int m, int c, int p, int q, int r, int s) {
        int place = (n * nest.g() + g) * nest.m() + m;
        place = (place * nest.c() + c) * nest.p() + p;
        place = ((place * nest.q() + q) * nest.r() + r) * nest.s() + s;
        visits[place]++;
    }
}
