package io.picojoule.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.picojoule.report.comparison.SampleComparisons;
import io.picojoule.report.html.comparison.ComparisonPage;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebElement;

/** The page of a comparison in a real browser. */
class ComparisonBrowserTest extends PageTest {
    private static final int PHONE = 360;
    private static final String CARD = "getComputedStyle(document.querySelector('.card')).backgroundColor";

    @BeforeAll
    static void writePage() throws IOException {
        page = write("comparison.html", ComparisonPage.of(SampleComparisons.withNone()));
    }

    @Test
    void allChartsAreDrawnAndTellTheirValues() {
        assertThat(browser.all("svg.chart"))
                .hasSize(18)
                .allSatisfy(chart -> assertThat(chart.getSize().getHeight()).isGreaterThan(60));
        browser.actions()
                .moveToElement(browser.one("#conv-energy-by-level .tip"))
                .perform();
        assertThat(browser.one("#tip").getText()).matches("chip · .*: mac .*J \\(.* %\\)");
    }

    @Test
    void darkFollowsTheSystemAndPaperIsLight() {
        assertThat(browser.value(CARD)).isEqualTo("rgb(254, 254, 254)");
        browser.media("screen", "dark");
        assertThat(browser.value(CARD)).isEqualTo("rgb(23, 28, 37)");
        browser.media("print", "dark");
        assertThat(browser.value(CARD)).isEqualTo("rgb(254, 254, 254)");
        assertThat(browser.all("nav, #tip")).hasSize(2).noneMatch(WebElement::isDisplayed);
    }

    @Test
    void aPhoneNeedsNoSidewaysScrollingAndKeepsMachinesInSight() {
        browser.phone(PHONE);
        assertThat(browser.number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(PHONE);
        String name = "document.querySelector('#overview tr:nth-child(2) > th').getBoundingClientRect().left";
        double before = browser.number(name);
        assertThat(browser.number("(document.querySelector('#overview > .scroll').scrollLeft = 200)"))
                .isEqualTo(200);
        assertThat(browser.number(name)).isEqualTo(before);
    }

    @Test
    void itNeedsNoScripts() {
        browser.reloadWithoutScripts();
        assertThat(browser.one("#theme").isDisplayed()).isFalse();
        assertThat(browser.one("#overview").getText()).contains("CONV layers", "chip", "fast");
    }
}
