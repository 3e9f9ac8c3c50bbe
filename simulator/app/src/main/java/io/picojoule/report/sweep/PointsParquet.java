package io.picojoule.report.sweep;

import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import io.picojoule.sweep.Axis;
import io.picojoule.sweep.Measure;
import io.picojoule.sweep.SweepRow;
import io.picojoule.sweep.SweepTable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Types;

/**
 * Every point of a sweep as a Parquet file, with the columns of {@link PointsCsv}: numbers are doubles, values of axes texts, and what a point
 * does not have is null. Row groups have a fixed number of rows, so that the bytes depend on the points only. {@code ParquetWriter} would do
 * most of this, but takes a class of Hadoop.
 */
public final class PointsParquet {
    private static final int ROWS_IN_GROUP = 100_000;

    private final SweepTable table;
    private final MessageType schema;
    private final ParquetFileWriter file;
    private final ParquetProperties properties;
    private final List<List<Binary>> values = new ArrayList<>();

    /** The row group that is being filled. */
    private Group group;

    private PointsParquet(SweepTable table, OutputStream to) throws IOException {
        this.table = table;
        this.schema = schema(table);
        this.properties = ParquetProperties.builder().build();
        for (Axis axis : table.axes()) {
            values.add(axis.values().stream().map(Binary::fromString).toList());
        }
        this.group = new Group();
        this.file = new ParquetFileWriter(
                new StreamFile(to), schema, ParquetFileWriter.Mode.OVERWRITE, Long.MAX_VALUE, 0, null, properties);
    }

    /** Writes a file, and closes it. */
    public static void write(SweepReport report, OutputStream to) throws IOException {
        PointsParquet points = new PointsParquet(report.table(), to);
        try (ParquetFileWriter file = points.file) {
            file.start();
            points.table.forEach(points::add);
            points.group.end();
            file.end(Map.of("picojoule.format", PointsJson.FORMAT));
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private static MessageType schema(SweepTable table) {
        Types.MessageTypeBuilder columns = Types.buildMessage();
        columns.required(INT64).named("point");
        for (Axis axis : table.axes()) {
            columns.required(BINARY).as(LogicalTypeAnnotation.stringType()).named(axis.path());
        }
        columns.optional(BINARY).as(LogicalTypeAnnotation.stringType()).named("infeasible");
        for (Measure measure : table.measures()) {
            columns.optional(DOUBLE).named(measure.key());
        }
        return columns.named("sweep");
    }

    private void add(SweepRow row) {
        try {
            if (group.rows == ROWS_IN_GROUP) {
                group.end();
                group = new Group();
            }
            group.add(row);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Rows of which each column is in one piece. */
    private final class Group {
        private final ColumnChunkPageWriteStore pages = new ColumnChunkPageWriteStore(
                new Uncompressed(), schema, properties.getAllocator(), properties.getColumnIndexTruncateLength(), true);
        private final ColumnWriteStore store = properties.newColumnWriteStore(schema, pages);
        private final List<ColumnWriter> columns =
                schema.getColumns().stream().map(store::getColumnWriter).toList();
        private int rows;

        void add(SweepRow row) {
            int at = 0;
            columns.get(at++).write(row.number(), 0, 0);
            for (int i = 0; i < values.size(); i++) {
                columns.get(at++).write(values.get(i).get(row.choices()[i]), 0, 0);
            }
            ColumnWriter reason = columns.get(at++);
            if (row.isFeasible()) {
                reason.writeNull(0, 0);
            } else {
                reason.write(Binary.fromString(row.reason()), 0, 1);
            }
            for (int i = 0; i < table.measures().size(); i++) {
                ColumnWriter measure = columns.get(at++);
                if (i < row.measures().length && !Double.isNaN(row.measures()[i])) {
                    measure.write(row.measures()[i], 0, 1);
                } else {
                    measure.writeNull(0, 0);
                }
            }
            store.endRecord();
            rows++;
        }

        void end() throws IOException {
            try (store;
                    pages) {
                if (rows > 0) {
                    file.startBlock(rows);
                    store.flush();
                    pages.flushToFileWriter(file);
                    file.endBlock();
                }
            }
        }
    }
}
