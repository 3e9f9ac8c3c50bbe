package io.picojoule.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Do the helpers of a pass equal marking every row, column and word that a processing element needs? */
class PassGeometryTest {
    private static final long SEED = Long.getLong("picojoule.seed", 1);

    private static List<PassGeometry> generated() {
        RandomMappings mappings = new RandomMappings(SEED);
        List<PassGeometry> geometries = new ArrayList<>();
        for (int number = 0; number < 300; number++) {
            new PassSequence(mappings.next()).kinds().forEach(kind -> geometries.add(kind.geometry()));
        }
        return geometries;
    }

    private static String name(PassGeometry geometry) {
        return "seed " + SEED + ": " + geometry;
    }

    @Test
    void neededRows_areThoseThatSomeElementReads() {
        for (PassGeometry geometry : generated()) {
            TreeSet<Integer> rows = new TreeSet<>();
            for (int p = 0; p < geometry.outputRows(); p++) {
                for (int r = 0; r < geometry.filterRows(); r++) {
                    rows.add(p * geometry.strideHeight() + r * geometry.dilation());
                }
            }
            TreeSet<Integer> needed = new TreeSet<>();
            for (int row = 0; row < geometry.inputRowSpan(); row++) {
                if (geometry.neededRows()[row]) {
                    needed.add(row);
                }
            }
            assertThat(needed).as(name(geometry)).isEqualTo(rows);
            assertThat(geometry.neededRowCount()).as(name(geometry)).isEqualTo(rows.size());
            assertThat(geometry.inputRowSpan()).as(name(geometry)).isEqualTo(rows.last() + 1);
        }
    }

    @Test
    void sentColumns_areThoseOfAllWindows_inOrder() {
        for (PassGeometry geometry : generated()) {
            TreeSet<Integer> columns = new TreeSet<>();
            int span = (geometry.filterColumns() - 1) * geometry.dilation() + 1;
            for (int q = 0; q < geometry.outputColumns(); q++) {
                for (int k = 0; k < span; k++) {
                    columns.add(q * geometry.strideWidth() + k);
                }
            }
            List<Integer> sent = new ArrayList<>();
            for (int index = 0; index < geometry.sentColumns(); index++) {
                sent.add(geometry.sentColumn(index));
            }
            assertThat(sent).as(name(geometry)).containsExactlyElementsOf(columns);
        }
    }

    @Test
    void words_areThoseOfAllElements() {
        for (PassGeometry geometry : generated()) {
            long images = geometry.images();
            assertThat(geometry.inputWords())
                    .as(name(geometry))
                    .isEqualTo(images * geometry.channels() * geometry.neededRowCount() * geometry.sentColumns());
            long weights = 0;
            long macs = 0;
            for (int block = 0; block < geometry.blocks(); block++) {
                for (int set = 0; set < geometry.sets(); set++) {
                    long ofElement =
                            (long) geometry.filtersOf(block) * geometry.channelsOf(set) * geometry.filterColumns();
                    weights += ofElement * geometry.filterRows();
                    macs += ofElement
                            * geometry.filterRows()
                            * geometry.outputRows()
                            * images
                            * geometry.outputColumns();
                }
            }
            assertThat(geometry.weightWords()).as(name(geometry)).isEqualTo(weights);
            assertThat(geometry.macs()).as(name(geometry)).isEqualTo(macs);
            assertThat(geometry.partialSumWords())
                    .as(name(geometry))
                    .isEqualTo(images * geometry.outputColumns() * geometry.outputRows() * geometry.filters());
            assertThat(geometry.activeElements())
                    .as(name(geometry))
                    .isEqualTo(geometry.sets() * geometry.filterRows() * geometry.blocks() * geometry.outputRows());
            assertThat(geometry.steps()).as(name(geometry)).isEqualTo(geometry.images() * geometry.outputColumns());
        }
    }

    @Test
    void channelsAndFilters_areDealtEvenly_theFirstOnesGettingOneMore() {
        PassGeometry uneven = new PassGeometry(1, 1, 1, 1, 1, 1, 1, 1, 8, 3, 5, 2, false);

        assertThat(List.of(uneven.channelsOf(0), uneven.channelsOf(1), uneven.channelsOf(2)))
                .containsExactly(3, 3, 2);
        assertThat(List.of(uneven.firstChannelOf(0), uneven.firstChannelOf(1), uneven.firstChannelOf(2)))
                .containsExactly(0, 3, 6);
        assertThat(List.of(uneven.filtersOf(0), uneven.filtersOf(1))).containsExactly(3, 2);
        assertThat(List.of(uneven.firstFilterOf(0), uneven.firstFilterOf(1))).containsExactly(0, 3);
    }

    @Test
    void aSetWithoutAChannel_isRefused() {
        String message = "PassGeometry: every set needs a channel, every block a filter";
        assertThatThrownBy(() -> new PassGeometry(1, 1, 1, 1, 1, 1, 1, 1, 2, 3, 1, 1, false))
                .hasMessage(message);
        assertThatThrownBy(() -> new PassGeometry(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 3, false))
                .hasMessage(message);
    }
}
