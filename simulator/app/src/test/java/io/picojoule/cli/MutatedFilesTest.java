package io.picojoule.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whatever stands in the files of a run, {@code pj} comes to a result or says what is wrong, where, and soon. A failure prints what repeats
 * it; {@code scripts/test-inputs} runs more cases. The readers alone meet more damage, faster, in the {@code MutatedInputTest} of the core.
 */
class MutatedFilesTest extends TerminalTest {
    private static final int CASES = Integer.getInteger("picojoule.cases", 500);
    private static final long SEED = Long.getLong("picojoule.seed", 1);
    /** Only this case, if given. */
    private static final int CASE = Integer.getInteger("picojoule.case", -1);

    private static final int SHOWN_FAILURES = 5;
    private static final int SOON_SECONDS = 10;

    /** A file, a line and a column or no more than the file; an argument; or the reason why nothing ran. */
    private static final Pattern PLACED = Pattern.compile(
            "(.*\\.yaml(:[0-9]+:[0-9]+)?: .*|.*\\.npy: found .*|layer '.*' names .*|pj: no layer ran .*)");

    private static final Pattern OURS =
            Pattern.compile("Exception|Error:|\tat |io\\.picojoule|bug in Picojoule|null;|out of memory");
    private final Map<String, byte[]> right = new LinkedHashMap<>();

    @Test
    void everyDamagedFileIsReadOrRefused() throws Exception {
        writeRightFiles();
        Map<Integer, Integer> codes = new TreeMap<>();
        ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "mutated-files");
            thread.setDaemon(true);
            return thread;
        });
        List<AssertionError> failures = new ArrayList<>();
        for (int i = Math.max(CASE, 0); i < (CASE < 0 ? CASES : CASE + 1); i++) {
            long seed = SEED * 1_000_003 + i;
            List<String> names = List.copyOf(right.keySet());
            String name = names.get(i % names.size());
            byte[] damaged = damaged(name, seed);
            Files.write(folder.resolve(name), damaged);
            try {
                String repeat = "-Dpicojoule.seed=" + SEED + " -Dpicojoule.case=" + i + ", " + name;
                codes.merge(outcome(worker, repeat, damaged), 1, Integer::sum);
            } catch (AssertionError failure) {
                failures.add(failure);
                if (failures.size() == SHOWN_FAILURES) {
                    break;
                }
            }
            Files.write(folder.resolve(name), right.getOrDefault(name, new byte[0]));
        }
        worker.shutdownNow();
        if (!failures.isEmpty()) {
            fail(failures.stream().map(Throwable::getMessage).collect(Collectors.joining("\n======\n")));
        }
        System.out.println("damaged files, how often which exit code: " + codes);
        if (CASE < 0) {
            assertThat(codes).as("damage of both sorts").containsKeys(0, 2);
        }
    }

    private byte[] damaged(String name, long seed) {
        byte[] file = right.getOrDefault(name, new byte[0]);
        Mutation mutation = new Mutation(seed);
        return name.endsWith(".npy")
                ? mutation.ofTensor(file)
                : mutation.ofText(new String(file, StandardCharsets.UTF_8));
    }

    private int outcome(ExecutorService worker, String repeat, byte[] damaged)
            throws InterruptedException, IOException {
        long begin = System.nanoTime();
        Future<Integer> running = worker.submit(this::run);
        try {
            int code = running.get(SOON_SECONDS, TimeUnit.SECONDS);
            check(code);
            return code;
        } catch (TimeoutException hangs) {
            StringBuilder where = new StringBuilder();
            Thread.getAllStackTraces().forEach((thread, frames) -> {
                if (thread.getName().contains("mutated-files")
                        || thread.getName().contains("ForkJoin")) {
                    where.append(thread.getName()).append('\n');
                    Arrays.stream(frames)
                            .limit(25)
                            .forEach(frame -> where.append("  ").append(frame).append('\n'));
                }
            });
            throw new AssertionError("not done in " + SOON_SECONDS + " s\n" + where + text(repeat, damaged));
        } catch (ExecutionException | AssertionError failed) {
            throw new AssertionError(failed.getMessage() + "\n" + text(repeat, damaged), failed);
        } finally {
            long milliseconds = (System.nanoTime() - begin) / 1_000_000;
            if (milliseconds > 2000) {
                System.out.println(repeat + ": " + milliseconds + " ms");
            }
        }
    }

    private static String text(String repeat, byte[] damaged) {
        String text = new String(damaged, StandardCharsets.ISO_8859_1);
        return repeat + "\n" + text.substring(0, Math.min(4000, text.length()));
    }

    private int run() {
        return terminal.pj(
                "run",
                "machine.yaml",
                "network.yaml",
                "--mapping",
                "mapping.yaml",
                "--energy",
                "energy.yaml",
                "--format",
                "json",
                "--out",
                "out",
                "--quiet");
    }

    private void check(int code) throws IOException {
        String err = terminal.err();
        assertThat(code).as(err).isIn(0, 2);
        assertThat(OURS.matcher(err).find()).as(err).isFalse();
        if (code == 0) {
            assertThat(JsonMapper.shared()
                            .readTree(terminal.out())
                            .at("/format")
                            .asString())
                    .isNotEmpty();
            assertThat(err).isEmpty();
        } else {
            assertThat(err).isNotBlank();
            for (String line : err.lines().toList()) {
                assertThat(line).matches(PLACED);
            }
        }
        try (var files = Files.list(folder.resolve("out"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".tmp"))).isEmpty();
        }
    }

    private void writeRightFiles() throws IOException {
        text(
                "machine.yaml",
                template(InitCommand.Kind.accelerator)
                                .replace("tsmc-65nm", "energy.yaml")
                                .replace("  fifo:", "  macs-per-lane-cycle: {int8: 2, int4: 4}\n  fifo:")
                        + "vector-unit: {lanes: 4, look-up-table: 64 entries}\nprecision: {weight: 12 bit}\n");
        text("energy.yaml", template(InitCommand.Kind.energy));
        text("mapping.yaml", """
                name: Small
                conv1: {m: 4, n: 1, e: 6, p: 4, q: 3, r: 1, t: 1, f: 4, filter-rows: 2, filter-columns: 2}
                fc*: {m: 5, n: 1, e: 1, p: 5, q: 2, r: 1, t: 1, flattened: true}
                """);
        text("network.yaml", """
                name: Small
                source: "nowhere"
                input: {channels: 3, height: 8, width: 8}
                layers:
                  - name: conv1
                    kind: conv
                    filters: 4
                    kernel: 3
                    weights: w.npy
                    activations: a.npy
                    output-density: 0.5
                  - {name: relu1, kind: relu}
                  - {name: pool1, kind: max-pool, kernel: 2, stride: 2}
                  - {name: side, kind: conv, filters: 4, kernel: [3, 3], pad: [1, 1], groups: 2, word: 8 bit}
                  - {name: sum, kind: add, inputs: [pool1, side]}
                  - {name: fc3, kind: fully-connected, outputs: 5, input-density: 0.5, weight-density: 0.3}
                  - {name: prob, kind: softmax}
                  - {name: gru, kind: gru, hidden: 4, steps: 3, activation: tanh, bias: false}
                  - {name: product, kind: matmul, m: 3, k: 4, n: 2}
                  - {name: memory, kind: rnn, hidden: 5, steps: 2, input: initial-state, through: 3, inputs: [fc3]}
                  - {name: each, kind: fully-connected, outputs: 2, per-step: true, inputs: [gru]}
                """);
        tensor("w.npy", "<i2", "(4, 3, 3, 3)", 4 * 3 * 3 * 3);
        tensor("a.npy", "|i1", "(3, 8, 8)", 3 * 8 * 8);
        assertThat(run()).as("the files are right: %s", terminal.err()).isZero();
        String loops = JsonMapper.shared()
                .readTree(terminal.out())
                .at("/layers/3/mapping")
                .asString();
        String given = new String(right.getOrDefault("mapping.yaml", new byte[0]), StandardCharsets.UTF_8);
        text("mapping.yaml", given + "side:\n  loops: |\n" + loops.indent(4));
        assertThat(run()).as("the files are right: %s", terminal.err()).isZero();
    }

    /** Without its comments, in which no mistake matters. */
    private static String template(InitCommand.Kind kind) {
        return InitCommand.template(kind).replaceAll(" *#.*", "").replaceAll("\n+", "\n");
    }

    private void text(String name, String text) throws IOException {
        right.put(name, text.getBytes(StandardCharsets.UTF_8));
        Files.writeString(folder.resolve(name), text);
    }

    private void tensor(String name, String type, String shape, int elements) throws IOException {
        String header = "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + ", }";
        int length = 118;
        int width = type.charAt(2) - '0';
        ByteBuffer file = ByteBuffer.allocate(10 + length + elements * width).order(ByteOrder.LITTLE_ENDIAN);
        file.put((byte) 0x93)
                .put("NUMPY\u0001\u0000".getBytes(StandardCharsets.ISO_8859_1))
                .putShort((short) length);
        file.put((header + " ".repeat(length - 1 - header.length()) + "\n").getBytes(StandardCharsets.ISO_8859_1));
        while (file.hasRemaining()) {
            file.put((byte) (file.position() * 7));
        }
        right.put(name, file.array());
        Files.write(folder.resolve(name), file.array());
    }
}
