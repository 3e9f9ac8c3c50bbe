package io.picojoule.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.picojoule.report.Report;
import io.picojoule.report.SampleRuns;
import io.picojoule.validation.SampleRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The page in a real browser. Without one the tests are skipped, but for continuous integration. */
class BrowserTest {
    private static final int PHONE = 390;

    /** Warns of a browser newer than Selenium, which does no harm; kept here, as loggers are held weakly. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    @TempDir
    private static Path folder;

    private static ChromeDriver browser;

    @BeforeAll
    static void open() throws IOException {
        Optional<Path> chromium = program("chromium", "chromium-browser", "google-chrome");
        Optional<Path> driver = program("chromedriver");
        if (System.getenv("CI") == null) {
            assumeTrue(chromium.isPresent() && driver.isPresent(), "no Chromium and its driver: scripts/setup --tests");
        }
        SELENIUM.setLevel(Level.SEVERE);
        Report report = SampleRuns.report();
        Path page = folder.resolve("report.html");
        Files.writeString(
                page,
                HtmlReport.of(
                        new Report(report.run(), report.provenance(), 4, SampleRows.rows(), "Some are published.")));
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.orElseThrow().toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--force-prefers-reduced-motion");
        LoggingPreferences everything = new LoggingPreferences();
        everything.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", everything);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driver.orElseThrow().toFile())
                .build();
        browser = new ChromeDriver(service, options);
        browser.get(page.toUri().toString());
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.quit();
        }
    }

    private static Optional<Path> program(String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.of(System.getenv("PATH").split(":")).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Test
    void theConsoleIsSilent() {
        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
    }

    @Test
    void allChartsAreThereAndDrawn() {
        List<WebElement> charts = browser.findElements(By.cssSelector("svg.chart"));
        assertThat(charts)
                .extracting(chart -> chart.getDomAttribute("id"))
                .contains("energy-by-component", "energy-by-operand", "cycles-by-cause", "roofline-chart")
                .contains("dram-traffic", "buffer-traffic");
        assertThat(charts).allSatisfy(chart -> {
            assertThat(chart.getSize().getHeight()).isGreaterThan(60);
            assertThat(chart.findElements(By.cssSelector("rect, path, circle, line")))
                    .isNotEmpty();
            assertThat(chart.findElements(By.cssSelector(".tip"))).isNotEmpty();
        });
    }

    @Test
    void coloursComeFromTheStyleSheet() {
        Object fill = browser.executeScript("return getComputedStyle(document.querySelector('.chart .f-dram')).fill");
        assertThat(fill).isEqualTo("rgb(213, 94, 0)");
    }

    @Test
    void aClickSortsTheTableAndAnotherTurnsItRound() {
        WebElement heading = browser.findElement(By.xpath("//table[@id='layer-table']//button[text()='cycles']"));
        heading.click();
        assertThat(names()).containsExactly(SampleRuns.HOSTILE, "conv1");
        heading.click();
        assertThat(names()).containsExactly("conv1", SampleRuns.HOSTILE);
        browser.findElement(By.xpath("//table[@id='layer-table']//button[text()='layer']"))
                .click();
        assertThat(names()).containsExactly(SampleRuns.HOSTILE, "conv1");
    }

    private static List<String> names() {
        return browser.findElements(By.cssSelector("#layer-table tbody th")).stream()
                .map(WebElement::getText)
                .toList();
    }

    @Test
    void aLayerNamedLikeAScriptIsText() {
        assertThat(names()).contains(SampleRuns.HOSTILE);
        assertThat(browser.findElements(By.tagName("script"))).hasSize(1);
        assertThat(browser.findElement(By.cssSelector("#energy-by-component")).getText())
                .contains("alert(1)");
    }

    @Test
    void mappingsUnfold() {
        WebElement details = browser.findElement(By.cssSelector("#mappings details"));
        details.findElement(By.tagName("summary")).click();
        assertThat(details.findElement(By.tagName("pre")).getText()).contains("for m in 0..96 step 64  @ dram");
    }

    @Test
    void aPhoneNeedsNoSidewaysScrolling() {
        Map<String, Object> phone = Map.of("width", PHONE, "height", 800, "deviceScaleFactor", 1, "mobile", true);
        browser.executeCdpCommand("Emulation.setDeviceMetricsOverride", phone);
        try {
            Object width = browser.executeScript("return document.documentElement.scrollWidth");
            assertThat(((Number) width).intValue()).isLessThanOrEqualTo(PHONE);
        } finally {
            browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        }
    }
}
