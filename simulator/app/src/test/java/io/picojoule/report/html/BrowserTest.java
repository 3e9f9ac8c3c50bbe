package io.picojoule.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.picojoule.report.Batches;
import io.picojoule.report.Report;
import io.picojoule.report.SampleBatches;
import io.picojoule.report.SampleRuns;
import io.picojoule.validation.SampleRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page in a real browser, which {@link Chromium} starts once for all tests. */
class BrowserTest extends PageTest {
    private static final int PHONE = 360;
    private static final int MANY = 1000;
    private static final String LIGHT_CARD = "rgb(254, 254, 254)";
    private static final String DARK_CARD = "rgb(23, 28, 37)";
    private static final String CARD = "getComputedStyle(document.querySelector('.card')).backgroundColor";
    private static final String NAMES =
            "[...document.querySelectorAll('#layer-table tbody:not([hidden]) > tr:first-child > th')]"
                    + ".map((cell) => cell.textContent)";

    @BeforeAll
    static void writePage() throws IOException {
        Report report = SampleRuns.report();
        page = write(
                "report.html",
                new Report(report.run(), report.provenance(), 4, SampleRows.rows(), "Some are published."));
    }

    private static Path write(String name, Report report) throws IOException {
        return write(name, HtmlReport.of(report));
    }

    @Test
    void allChartsAreThereAndDrawn() {
        List<WebElement> charts = browser.all("svg.chart");
        assertThat(charts)
                .extracting(chart -> chart.getDomAttribute("id"))
                .containsExactly(
                        "energy-by-component",
                        "energy-by-operand",
                        "cycles-by-cause",
                        "roofline-chart",
                        "dram-traffic",
                        "buffer-traffic");
        assertThat(charts)
                .allSatisfy(chart -> assertThat(chart.getSize().getHeight()).isGreaterThan(60));
        for (WebElement chart : charts) {
            String id = chart.getDomAttribute("id");
            assertThat(browser.all("#" + id + " :is(rect, path, circle)")).isNotEmpty();
            assertThat(browser.all("#" + id + " .tip")).isNotEmpty();
        }
    }

    @Test
    void aClickSortsAnotherTurnsItRoundAThirdRestoresTheNetwork() {
        sortBy("cycles");
        assertThat(names()).containsExactly(SampleRuns.HOSTILE, "conv1");
        assertThat(sorting("cycles")).isEqualTo("descending");
        sortBy("cycles");
        assertThat(names()).containsExactly("conv1", SampleRuns.HOSTILE);
        assertThat(sorting("cycles")).isEqualTo("ascending");
        sortBy("cycles");
        assertThat(names()).containsExactly("conv1", SampleRuns.HOSTILE);
        assertThat(sorting("cycles")).isNull();
        sortBy("layer");
        assertThat(names()).containsExactly(SampleRuns.HOSTILE, "conv1");
        assertThat(browser.all("[aria-sort]")).hasSize(1);
    }

    @Test
    void aLayerUnfoldsToAllThatIsKnownOfItAndFoldsAgain() {
        WebElement name = browser.one("#layer-1 button");
        WebElement detail = browser.one("#layer-1 .detail");
        assertThat(detail.isDisplayed()).isFalse();
        name.click();
        assertThat(name.getDomAttribute("aria-expanded")).isEqualTo("true");
        assertThat(detail.isDisplayed()).isTrue();
        assertThat(detail.getText())
                .contains("At a glance", "Mapping", "PE cycles by cause", "Energy by component", "Roofline", "Traffic")
                .contains("for m in 0..96 step 64  @ dram", "input-bus 5.0 %", "binds");
        name.sendKeys(Keys.ENTER);
        assertThat(name.getDomAttribute("aria-expanded")).isEqualTo("false");
        assertThat(detail.isDisplayed()).isFalse();
    }

    @Test
    void aLinkToALayerShowsItUnfolded() {
        browser.value("(location.hash = '#layer-2')");
        browser.value("new Promise((done) => requestAnimationFrame(done))");
        assertThat(browser.one("#layer-2 .detail").isDisplayed()).isTrue();
        assertThat(browser.one("#layer-1 .detail").isDisplayed()).isFalse();
    }

    @Test
    void aDetailMovesWithItsRow() {
        browser.one("#layer-1 button").click();
        sortBy("cycles");
        assertThat(browser.texts("[...document.querySelectorAll('#layer-table > tbody > tr')].map((row) => "
                        + "(row.className || row.cells[0].textContent) + (row.hidden ? ' folded' : ''))"))
                .containsExactly(SampleRuns.HOSTILE, "detail folded", "conv1", "detail");
        assertThat(browser.one("#layer-1 .detail").getText()).contains("for m in 0..96 step 64  @ dram");
    }

    @Test
    void allLayersUnfoldAtOnce() {
        WebElement button = browser.one("#unfold");
        button.click();
        assertThat(browser.all(".parts")).hasSize(2).allMatch(WebElement::isDisplayed);
        assertThat(button.getText()).isEqualTo("Fold all");
        button.click();
        assertThat(browser.all(".parts")).noneMatch(WebElement::isDisplayed);
    }

    @Test
    void aLayerNamedLikeAScriptIsText() {
        browser.one("#unfold").click();
        assertThat(names()).contains(SampleRuns.HOSTILE);
        assertThat(browser.all("script")).hasSize(1);
        assertThat(browser.one("#energy-by-component").getText()).contains("alert(1)");
    }

    @Test
    void darkFollowsTheSystemAndTheSwitch() {
        String dram = "getComputedStyle(document.querySelector('.chart .f-dram')).fill";
        assertThat(browser.value(CARD)).isEqualTo(LIGHT_CARD);
        assertThat(browser.value(dram)).isEqualTo("rgb(213, 94, 0)");
        browser.media("screen", "dark");
        assertThat(browser.value(CARD)).isEqualTo(DARK_CARD);
        assertThat(browser.value(dram)).isEqualTo("rgb(240, 122, 43)");
        assertThat(browser.one("#theme").getText()).isEqualTo("Light");
        browser.one("#theme").click();
        assertThat(browser.value(CARD)).isEqualTo(LIGHT_CARD);
        browser.one("#theme").click();
        browser.media("screen", "light");
        assertThat(browser.value(CARD)).isEqualTo(DARK_CARD);
    }

    @Test
    void paperIsLightAndHasNoControlsAndShowsWhatIsUnfolded() {
        browser.one("#layer-2 button").click();
        browser.one("#theme").click();
        browser.media("print", "dark");
        assertThat(browser.value(CARD)).isEqualTo(LIGHT_CARD);
        assertThat(browser.all("nav, .controls, #tip")).hasSize(3).noneMatch(WebElement::isDisplayed);
        assertThat(browser.one("#layer-1 .detail").isDisplayed()).isFalse();
        assertThat(browser.one("#layer-2 .detail").isDisplayed()).isTrue();
        assertThat(browser.value("getComputedStyle(document.querySelector('#layer-1 button'), '::before').display"))
                .isEqualTo("none");
    }

    @Test
    void aPhoneNeedsNoSidewaysScrollingAndKeepsNamesInSight() {
        browser.phone(PHONE);
        browser.one("#unfold").click();
        browser.value("document.querySelectorAll('details').forEach((each) => (each.open = true))");
        assertThat(browser.number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(PHONE);
        String name = "document.querySelector('#layer-1 th').getBoundingClientRect().left";
        String box = "document.querySelector('#layers > .scroll')";
        double before = browser.number(name);
        assertThat(browser.number("(" + box + ".scrollLeft = 200)")).isEqualTo(browser.number(box + ".scrollLeft"));
        assertThat(browser.number(name)).isEqualTo(before);
        assertThat(browser.number("document.querySelector('.parts').getBoundingClientRect().right"))
                .isLessThanOrEqualTo(PHONE);
    }

    @Test
    void thePointerShowsValues() {
        WebElement tip = browser.one("#tip");
        assertThat(tip.isDisplayed()).isFalse();
        browser.actions()
                .moveToElement(browser.one("#energy-by-component .tip"))
                .perform();
        assertThat(tip.isDisplayed()).isTrue();
        assertThat(tip.getText()).matches("conv1: mac .*J \\(.* %\\)");
        browser.actions()
                .moveToElement(browser.one("#layer-1 td[data-value='3300000.0']"))
                .perform();
        assertThat(tip.getText()).isEqualTo("conv1: 3,300,000 cycles, 29.6 % of the network");
        browser.actions().sendKeys(Keys.ESCAPE).perform();
        assertThat(tip.isDisplayed()).isFalse();
    }

    @Test
    void withoutScriptsLayersUnfoldToo() {
        browser.reloadWithoutScripts();
        assertThat(browser.all("#theme, .controls")).hasSize(2).noneMatch(WebElement::isDisplayed);
        WebElement detail = browser.one("#layer-1 .detail");
        assertThat(detail.getText()).isEqualTo("Details of conv1");
        browser.one("#layer-1 summary").click();
        assertThat(detail.getText()).contains("for m in 0..96 step 64  @ dram");
    }

    @Test
    void aThousandLayersOpenSortAndFilterAtOnce() throws IOException {
        browser.open(write("many.html", ManyLayers.of(MANY)));
        assertThat(browser.number("performance.getEntriesByType('navigation')[0].loadEventEnd"))
                .as("milliseconds to open")
                .isLessThan(5000);
        List<String> network = names();
        assertThat(network).hasSize(MANY).startsWith("conv1", "conv2");
        double before = browser.number("performance.now()");
        sortBy("cycles");
        assertThat(browser.number("(document.body.offsetHeight, performance.now())") - before)
                .as("milliseconds to sort")
                .isLessThan(3000);
        assertThat(browser.texts("[...document.querySelectorAll('#layer-table tbody td:nth-of-type(3)')]"
                        + ".map((cell) => cell.dataset.value)"))
                .extracting(Double::parseDouble)
                .isSortedAccordingTo((x, y) -> Double.compare(y, x));
        sortBy("PEs");
        assertThat(names()).as("all of one number of PEs").isEqualTo(network);
        sortBy("layer");
        assertThat(names()).as("conv2 before conv10").isEqualTo(network);
        browser.one("#filter").sendKeys("conv77");
        assertThat(names()).hasSize(11).startsWith("conv77", "conv770");
        assertThat(browser.one("#shown").getText()).isEqualTo("11 of 1000 layers");
    }

    @Test
    void thePagesOfBatchesLeadToEachOther() throws IOException {
        Batches batches = SampleBatches.withMissingLayers();
        for (Batches.Run run : batches.runs()) {
            Files.createDirectories(folder.resolve("b" + run.batch()));
            Files.writeString(
                    folder.resolve("b" + run.batch()).resolve("report.html"), HtmlReport.of(run.report(), batches));
        }
        browser.open(folder.resolve("b4/report.html"));
        assertThat(browser.one("#batches [aria-current]").getText()).isEqualTo("4");
        assertThat(browser.all("#batches svg.chart")).hasSize(2).allMatch(WebElement::isDisplayed);
        browser.actions().moveToElement(browser.one("#throughput-chart .tip")).perform();
        assertThat(browser.one("#tip").getText()).matches("batch (1|4|16): .* inf/s, .* ms");
        browser.phone(PHONE);
        assertThat(browser.number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(PHONE);
        browser.one("#batches a[href*=b64]").click();
        assertThat(browser.one("#batches [aria-current]").getText()).isEqualTo("64");
        assertThat(browser.number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(PHONE);
    }

    private static WebElement heading(String title) {
        return browser.all("#layer-table > thead th").stream()
                .filter(heading -> title.equals(heading.getDomProperty("textContent")))
                .findFirst()
                .orElseThrow();
    }

    private static void sortBy(String title) {
        heading(title).findElement(By.tagName("button")).click();
    }

    private static String sorting(String title) {
        return heading(title).getDomAttribute("aria-sort");
    }

    /** Of the rows in sight, from the top. */
    private static List<String> names() {
        return browser.texts(NAMES);
    }
}
