package io.picojoule.report.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.picojoule.report.Csv;
import io.picojoule.sweep.SweepTable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Do all files of the points say the same? */
class PointsFilesTest {
    @TempDir
    private Path folder;

    private static String csv(SweepTable table) throws IOException {
        StringWriter text = new StringWriter();
        PointsCsv.write(table, text);
        return text.toString();
    }

    private static String json(SweepTable table) throws IOException {
        StringWriter text = new StringWriter();
        PointsJson.write(SampleSweeps.report(table), text);
        return text.toString();
    }

    private Path parquet(SweepTable table) throws IOException {
        Path file = folder.resolve("points.parquet");
        try (OutputStream stream = Files.newOutputStream(file)) {
            PointsParquet.write(SampleSweeps.report(table), stream);
        }
        return file;
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "empty", "nothing", "one", "odd", "long"})
    void jsonIsTheCsv(String name) throws Exception {
        SweepTable table = SampleSweeps.all().get(name);
        JsonNode tree = JsonMapper.shared().readTree(json(table));
        assertThat(tree.at("/format").asString()).isEqualTo("picojoule-sweep/1");
        StringWriter text = new StringWriter();
        PointsCsv.write(new JsonTable(tree), text);
        assertThat(text).hasToString(csv(table).replace("Infinity", ""));
    }

    @Test
    void aPointOfJsonIsALine() throws Exception {
        String text = json(SampleSweeps.oneValue());
        assertThat(text)
                .contains(
                        "\n    { \"point\": 0, \"values\": { \"accelerator.array.rows\": \"12\" }, \"measures\": { \"seconds\": 0.1, \"inferencesPerSecond\": 10.0 } }\n")
                .endsWith("  ]\n}\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "empty", "nothing", "one", "odd", "long"})
    void parquetIsTheCsv(String name) throws Exception {
        SweepTable table = SampleSweeps.all().get(name);
        assertThat(read(parquet(table))).isEqualTo(csv(table));
    }

    @Test
    void parquetHoldsMoreRowsThanAGroup() throws Exception {
        SweepTable table = SampleSweeps.arrays(200_001);
        Path file = parquet(table);
        assertThat(read(file)).isEqualTo(csv(table));
        try (ParquetFileReader reader = open(file)) {
            assertThat(reader.getRowGroups())
                    .extracting(group -> group.getRowCount())
                    .containsExactly(100_000L, 100_000L, 1L);
        }
    }

    @Test
    void theSamePointsAreTheSameBytes() throws Exception {
        SweepTable table = SampleSweeps.arrays(1000);
        byte[] first = Files.readAllBytes(parquet(table));
        assertThat(Files.readAllBytes(parquet(table))).isEqualTo(first);
        assertThat(json(table)).isEqualTo(json(table));
    }

    @Test
    void aFullDiskIsAnIoException() {
        SweepReport report = SampleSweeps.report(SampleSweeps.arrays(5000));
        OutputStream full = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException("no space left");
            }
        };
        assertThatThrownBy(() -> PointsParquet.write(report, full))
                .isInstanceOf(IOException.class)
                .hasMessage("no space left");
        Writer fullText = new OutputStreamWriter(full, StandardCharsets.UTF_8);
        assertThatThrownBy(() -> PointsJson.write(report, fullText))
                .isInstanceOf(IOException.class)
                .hasMessage("no space left");
    }

    /** Reads a file with the reader that everybody uses, and says it as CSV. */
    private static String read(Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        try (ParquetFileReader reader = open(file)) {
            MessageType schema = reader.getFileMetaData().getSchema();
            text.append(Csv.line(
                    schema.getFields().stream().map(field -> field.getName()).toList()));
            MessageColumnIO columns = new ColumnIOFactory().getColumnIO(schema);
            for (PageReadStore group = reader.readNextRowGroup(); group != null; group = reader.readNextRowGroup()) {
                RecordReader<Group> rows = columns.getRecordReader(group, new GroupRecordConverter(schema));
                for (long i = 0; i < group.getRowCount(); i++) {
                    Group row = rows.read();
                    List<String> cells = new ArrayList<>();
                    for (int column = 0; column < schema.getFieldCount(); column++) {
                        cells.add(row.getFieldRepetitionCount(column) == 0 ? "" : row.getValueToString(column, 0));
                    }
                    text.append(Csv.line(cells));
                }
            }
        }
        return text.toString();
    }

    private static ParquetFileReader open(Path file) throws IOException {
        return ParquetFileReader.open(
                new LocalInputFile(file),
                ParquetReadOptions.builder(new PlainParquetConfiguration())
                        .withCodecFactory(new NoCodecs())
                        .build());
    }
}
