package io.picojoule.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.picojoule.report.html.sweep.SweepPage;
import io.picojoule.report.sweep.SampleSweeps;
import io.picojoule.report.sweep.SweepFigures;
import io.picojoule.sweep.SweepTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** The page of a sweep of 100,000 points in a real browser. */
class SweepBrowserTest extends PageTest {
    private static final int PHONE = 360;
    private static final int OPENINGS = 3;
    private static final int ROWS_AT_FIRST = 50;
    private static final String ROWS = "[...document.querySelectorAll('#front-table tbody tr')]";
    private static final String DARK_PIXELS =
            "[...document.querySelector('#%s canvas').getContext('2d').getImageData(0, 0, 900, 380).data]"
                    + ".filter((value, at) => at %% 4 === 3 && value > 0).length";

    @BeforeAll
    static void writePage() throws IOException {
        page = write("large", SampleSweeps.arrays(100_000));
    }

    private static Path write(String name, SweepTable table) throws IOException {
        return write(name + ".html", SweepPage.of(SweepFigures.of(SampleSweeps.report(table))));
    }

    @Test
    void isReadyInTwoSecondsAndDrawn() {
        double milliseconds = Double.POSITIVE_INFINITY;
        for (int i = 0; i < OPENINGS; i++) {
            browser.open(page);
            milliseconds = Math.min(
                    milliseconds, browser.number("performance.getEntriesByType('navigation')[0].loadEventEnd"));
        }
        assertThat(milliseconds)
                .as("milliseconds to open, the least of some, as other programs run as well")
                .isLessThan(2000);
        assertThat(browser.one(".static").isDisplayed()).isFalse();
        assertThat(browser.number(String.format(DARK_PIXELS, "front-plot"))).isGreaterThan(5_000);
        assertThat(browser.number(String.format(DARK_PIXELS, "parallel-plot"))).isGreaterThan(50_000);
        assertThat(browser.all("#front-plot .corner")).isNotEmpty();
        assertThat(browser.one("#front-note").getText()).matches("The front of the two has \\d+ places\\.");
    }

    @Test
    void theTableIsSortedByAClickAndFiltered() {
        assertThat(browser.number(ROWS + ".length")).isEqualTo(ROWS_AT_FIRST);
        double before = browser.number("performance.now()");
        sortBy("latency");
        assertThat(browser.number("(document.body.offsetHeight, performance.now())") - before)
                .as("milliseconds to sort")
                .isLessThan(1000);
        assertThat(numbers(9)).isSorted();
        sortBy("latency");
        assertThat(numbers(9)).isSortedAccordingTo((x, y) -> Double.compare(y, x));
        sortBy("global-buffer.capacity");
        assertThat(browser.texts(ROWS + ".map((row) => row.cells[3].textContent)"))
                .as("in the order of the file, not of the alphabet")
                .containsOnly("27 KiB");
        browser.one("#front-more").click();
        assertThat(browser.number(ROWS + ".length")).isEqualTo(547);
        browser.one("#front-filter").sendKeys("batch=16");
        assertThat(browser.texts(ROWS + ".map((row) => row.cells[6].textContent)"))
                .isNotEmpty()
                .containsOnly("16");
        assertThat(browser.one("#front-shown").getText()).matches("\\d+ of 547 points");
        assertThat(browser.one("#front-table td code").getText()).startsWith("pj run --point reports/");
    }

    @Test
    void anyTwoMeasuresHaveTheirFront() {
        new Select(browser.one("#front-x")).selectByVisibleText("throughput");
        new Select(browser.one("#front-y")).selectByVisibleText("area");
        new Select(browser.one("#front-colour")).selectByVisibleText("dataflow");
        browser.value("new Promise(requestAnimationFrame).then(() => 1)");
        assertThat(browser.all("#front-plot .corner")).hasSizeGreaterThan(10);
        assertThat(browser.one("#front-plot").getText())
                .contains("throughput (more is better)", "area (less is better)");
        assertThat(browser.one("#front-legend").getText()).contains("row-stationary", "no-local-reuse");
        WebElement corner = browser.one("#front-plot .corner");
        browser.actions().moveToElement(corner).perform();
        assertThat(browser.one(".point-tip").getText()).contains("throughput", "area", "dataflow");
        browser.actions().click().perform();
        assertThat(browser.one("#pareto-fronts .point").getText()).contains("pj run --point");
    }

    @Test
    void theKeyboardGoesAlongTheFront() {
        browser.one("#front-plot svg").sendKeys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ENTER);
        assertThat(browser.one("#front-note").getText()).contains("on the front", "latency");
        assertThat(browser.one("#pareto-fronts .point").isDisplayed()).isTrue();
    }

    @Test
    void anAxisLetsPassWhatTheReaderWants() {
        WebElement batch = browser.one(".dimension[data-place='5']");
        batch.sendKeys(Keys.ARROW_DOWN, Keys.ARROW_DOWN);
        browser.value("new Promise(requestAnimationFrame).then(() => 1)");
        assertThat(browser.one(".dimension[data-place='5']").getDomAttribute("aria-label"))
                .isEqualTo("batch: from 1 to 4");
        assertThat(browser.texts(ROWS + ".map((row) => row.cells[6].textContent)"))
                .isNotEmpty()
                .isSubsetOf("1", "4");
        assertThat(browser.one("#parallel-count").getText()).contains("of 547 points of the front pass");
        browser.one("#parallel-clear").click();
        assertThat(browser.one("#parallel-count").getText()).isEmpty();
        WebElement rows = browser.one(".dimension[data-place='0'] .grip");
        browser.actions()
                .moveToElement(rows, 0, -150)
                .clickAndHold()
                .moveByOffset(0, 100)
                .release()
                .perform();
        browser.value("new Promise(requestAnimationFrame).then(() => 1)");
        assertThat(browser.all(".dimension .brush")).hasSize(1);
        assertThat(browser.one("#front-shown").getText()).contains("as the parallel coordinates let pass");
    }

    @Test
    void theBestUnderLimitsIsTheBestOfTheFront() {
        browser.one("#front-more").click();
        assertThat(browser.one("#best-answer .verdict").getText()).startsWith("Least energy: 5.49 mJ");
        WebElement limit = browser.one("#best-limits input[aria-label^='limit of area']");
        limit.sendKeys("10");
        String verdict = browser.one("#best-answer .verdict").getText();
        assertThat(verdict).startsWith("Least energy: ").doesNotContain("5.49 mJ");
        assertThat(browser.one("#best-answer .note").getText()).startsWith("Exact: ");
        double best = browser.number(
                "Math.min(..." + ROWS
                        + ".filter((row) => parseFloat(row.cells[9].textContent) <= 10).map((row) => parseFloat(row.cells[7].textContent)))");
        assertThat(verdict).contains(" " + best);
        new Select(browser.one("#best-limits > select")).selectByVisibleText("fraction of peak");
        browser.one("#best-limits input[aria-label^='limit of fraction']").sendKeys("90");
        assertThat(browser.one("#best-answer .note").getText()).contains("another point of the sweep may be better");
        limit.clear();
        limit.sendKeys("1");
        assertThat(browser.one("#best-answer .verdict").getText()).startsWith("No point");
    }

    @Test
    void oddSweepsComplainOfNothing() throws IOException {
        for (Map.Entry<String, SweepTable> entry : SampleSweeps.all().entrySet()) {
            browser.open(write(entry.getKey(), entry.getValue()));
            assertThat(browser.complaints()).as(entry.getKey()).isEmpty();
            assertThat(browser.one("h1").isDisplayed()).isTrue();
            browser.phone(PHONE);
            assertThat(browser.number("document.documentElement.scrollWidth"))
                    .as(entry.getKey())
                    .isLessThanOrEqualTo(PHONE);
        }
    }

    @Test
    void withoutScriptsThereAreAFrontEffectsAndTables() {
        browser.reloadWithoutScripts();
        assertThat(browser.all("#theme, .controls, #front-plot, #parallel-plot, #best-form"))
                .isNotEmpty()
                .noneMatch(WebElement::isDisplayed);
        assertThat(browser.one("#front-drawing").isDisplayed()).isTrue();
        assertThat(browser.all(".small-plot svg")).hasSize(6 * 3 + 6);
        assertThat(browser.all("#front-table tbody tr")).hasSize(ROWS_AT_FIRST);
    }

    @Test
    void darkFollowsTheSystemAndPaperIsLight() {
        browser.media("screen", "dark");
        assertThat(browser.value("getComputedStyle(document.querySelector('.card')).backgroundColor"))
                .isEqualTo("rgb(23, 28, 37)");
        browser.media("print", "dark");
        assertThat(browser.value("getComputedStyle(document.querySelector('.card')).backgroundColor"))
                .isEqualTo("rgb(254, 254, 254)");
        assertThat(browser.all(".controls, .copy")).isNotEmpty().noneMatch(WebElement::isDisplayed);
    }

    private static void sortBy(String title) {
        browser.all("#front-table thead button").stream()
                .filter(button -> button.getText().equals(title))
                .findFirst()
                .orElseThrow()
                .click();
    }

    /** A column of the table, milli units as they are; whatever has no prefix is 1,000 times as much. */
    private static List<Double> numbers(int column) {
        return browser.texts(ROWS + ".map((row) => row.cells[" + (column - 1) + "].textContent)").stream()
                .map(text -> Double.parseDouble(text.split(" ")[0]) * (text.endsWith(" s") ? 1000 : 1))
                .toList();
    }
}
