package io.picojoule.report.html;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A browser that reads a page as a person on a desk, with a phone, in the dark, or on paper would. */
final class Chromium implements AutoCloseable {
    /** Warns of a browser newer than Selenium, which does no harm; kept here, as loggers are held weakly. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private final ChromeDriver driver;

    private Chromium(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Starts it. Where there is none tests are skipped, but for continuous integration. */
    static Chromium start() {
        Optional<Path> chromium = program("chromium", "chromium-browser", "google-chrome");
        Optional<Path> driver = program("chromedriver");
        if (System.getenv("CI") == null) {
            assumeTrue(chromium.isPresent() && driver.isPresent(), "no Chromium and its driver: scripts/setup --tests");
        }
        SELENIUM.setLevel(Level.SEVERE);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.orElseThrow().toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--window-size=1280,900",
                "--force-prefers-reduced-motion");
        LoggingPreferences everything = new LoggingPreferences();
        everything.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", everything);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driver.orElseThrow().toFile())
                .build();
        return new Chromium(new ChromeDriver(service, options));
    }

    private static Optional<Path> program(String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.of(System.getenv("PATH").split(":")).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public void close() {
        driver.quit();
    }

    /** Opens a page on a desk: wide, light, with scripts. */
    void open(Path page) {
        command("Emulation.clearDeviceMetricsOverride", Map.of());
        command("Emulation.setScriptExecutionDisabled", Map.of("value", false));
        media("screen", "light");
        driver.get(page.toUri().toString());
    }

    void reloadWithoutScripts() {
        command("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        driver.navigate().refresh();
    }

    /** @param type {@code screen} or {@code print}; @param scheme that the system prefers, {@code light} or {@code dark} */
    void media(String type, String scheme) {
        Map<String, String> preference = Map.of("name", "prefers-color-scheme", "value", scheme);
        command("Emulation.setEmulatedMedia", Map.of("media", type, "features", List.of(preference)));
    }

    void phone(int width) {
        command(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", true));
    }

    private void command(String name, Map<String, Object> parameters) {
        driver.executeCdpCommand(name, parameters);
    }

    WebElement one(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    Actions actions() {
        return new Actions(driver);
    }

    /** The value of a JavaScript expression. */
    Object value(String expression) {
        return driver.executeScript("return " + expression);
    }

    double number(String expression) {
        return ((Number) value(expression)).doubleValue();
    }

    @SuppressWarnings("unchecked")
    List<String> texts(String expression) {
        return (List<String>) value(expression);
    }

    /** What the page complained of since the last call. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }
}
