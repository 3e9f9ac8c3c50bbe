package io.picojoule.config.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentParserTest {

    @Test
    void everyNodeKnowsItsPlace() {
        Mapping root = Documents.of("a: 1\nb:\n  - {c: two}\n");

        assertThat(Documents.scalar(root, "a").place()).hasToString("x.yaml:1:4");
        Sequence list = (Sequence) root.value("b").orElseThrow();
        assertThat(list.place()).hasToString("x.yaml:3:3");
        assertThat(Documents.scalar((Mapping) list.items().get(0), "c").place()).hasToString("x.yaml:3:9");
        assertThat(root.entries().get("b").keyPlace()).hasToString("x.yaml:2:1");
    }

    @Test
    void scalarsKeepTheirTextAndWhetherItWasQuoted() {
        Mapping root =
                Documents.of("a: 007\nb: '007'\nc: yes\nd: 1_000\ne: \"\"\nf:\ng: ~\nh: null\ni: |\n  two\n  lines\n");

        assertThat(Documents.scalar(root, "a").text()).isEqualTo("007");
        assertThat(Documents.scalar(root, "a").quoted()).isFalse();
        assertThat(Documents.scalar(root, "b").quoted()).isTrue();
        assertThat(Documents.scalar(root, "c").text()).isEqualTo("yes");
        assertThat(Documents.scalar(root, "d").text()).isEqualTo("1_000");
        assertThat(Documents.scalar(root, "e").isEmpty()).isFalse();
        assertThat(Documents.scalar(root, "f").isEmpty()).isTrue();
        assertThat(Documents.scalar(root, "g").isEmpty()).isTrue();
        assertThat(Documents.scalar(root, "h").isEmpty()).isTrue();
        assertThat(Documents.scalar(root, "i").text()).isEqualTo("two\nlines\n");
    }

    @Test
    void quotesAreSeenBehindLettersOutsideTheBasicPlane() {
        Mapping root = Documents.of("a: \"\uD83D\uDE80\"\nb: plain\nc: \"quoted\"\n");

        assertThat(Documents.scalar(root, "b").quoted()).isFalse();
        assertThat(Documents.scalar(root, "c").quoted()).isTrue();
    }

    @Test
    void aByteOrderMarkIsNoText() {
        assertThat(Documents.of("\uFEFFa: 1\n").text("a")).contains("1");
    }

    @Test
    void aValueTakesItsOwnSourceElseThatOfTheMapAroundIt() {
        Mapping root = Documents.of("source: file\na: 1\nb: {value: 2, source: own}\nc: {source: map, d: 3, e: [4]}\n");

        assertThat(Documents.scalar(root, "a").source()).isEqualTo("file");
        assertThat(Documents.scalar(root, "b").text()).isEqualTo("2");
        assertThat(Documents.scalar(root, "b").source()).isEqualTo("own");
        assertThat(Provenance.of(root))
                .extracting(Provenance::path, Provenance::text, Provenance::source)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("a", "1", "file"),
                        org.assertj.core.groups.Tuple.tuple("b", "2", "own"),
                        org.assertj.core.groups.Tuple.tuple("c.d", "3", "map"),
                        org.assertj.core.groups.Tuple.tuple("c.e", "[4]", "map"));
    }

    @Test
    void fortyLevelsAreEnough() {
        assertThat(problemsOf("a: " + "[".repeat(39) + "]".repeat(39))).isEmpty();
        assertThat(problemsOf("a: " + "[".repeat(40) + "]".repeat(40)))
                .isEqualTo("x.yaml:1:43: nested deeper than 40 levels");
        assertThat(problemsOf("[".repeat(500_000))).isEqualTo("x.yaml:1:41: nested deeper than 40 levels");
    }

    @Test
    void controlCharactersAreRefusedWithTheirPlace() {
        assertThat(problemsOf("a: 1\nb: x\u0007y\n"))
                .isEqualTo("x.yaml:2:5: a control character (U+0007); plain text is wanted");
    }

    @Test
    void severalProblemsComeAtOnce() {
        assertThat(problemsOf("a: &x 1\nb: *x\na: 2\n")).isEqualTo("""
                        x.yaml:1:4: a: anchors ('&') are not supported; write the value out, or put it in quotes
                        x.yaml:2:4: b: aliases ('*') are not supported; write the value out, or put it in quotes
                        x.yaml:3:1: a: this key is already at 1:1; a key may stand once in a map""");
    }

    @Test
    void filesThatAreNoTextAreRefused(@TempDir Path folder) throws Exception {
        Path latin =
                Files.write(folder.resolve("latin.yaml"), "name: Z\u00fcrich".getBytes(StandardCharsets.ISO_8859_1));
        Path large = Files.writeString(folder.resolve("large.yaml"), "#".repeat(2_000_001));

        assertThat(fileProblems(latin)).endsWith("latin.yaml: is not UTF-8 text; save it as UTF-8");
        assertThat(fileProblems(large)).endsWith("large.yaml: is larger than 2 MB");
        assertThat(fileProblems(folder.resolve("gone.yaml"))).endsWith("gone.yaml: there is no such file");
        assertThat(fileProblems(folder)).endsWith(": is a folder; a file is wanted");
    }

    private static String fileProblems(Path file) {
        Problems problems = new Problems();
        assertThat(DocumentFile.read(new Origin.File(file, "x"), problems)).isEmpty();
        return new InvalidInputException(problems.sorted()).getMessage();
    }

    private static String problemsOf(String text) {
        Problems problems = new Problems();
        DocumentParser.parse(Documents.ORIGIN, text, problems);
        return new InvalidInputException(problems.sorted()).getMessage();
    }
}
