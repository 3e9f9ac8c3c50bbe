package io.picojoule.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests of a page in a real browser, which opens it anew for each of them and has nothing to complain about. */
abstract class PageTest {
    @TempDir
    static Path folder;

    static Chromium browser;

    /** The page that is opened; whoever extends this writes it before all tests. */
    static Path page;

    @BeforeAll
    static void startBrowser() {
        browser = Chromium.start();
    }

    static Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void open() {
        browser.open(page);
    }

    @AfterEach
    void theConsoleIsSilent() {
        assertThat(browser.complaints()).isEmpty();
    }
}
