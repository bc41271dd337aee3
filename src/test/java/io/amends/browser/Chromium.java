package io.amends.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/** The browser of this machine, one window for each person; when a test fails, every window is photographed. */
class Chromium implements BeforeAllCallback, AfterTestExecutionCallback, AfterAllCallback {

    private static final Path PICTURES = Path.of("target", "browser");
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final double PATIENCE_MILLIS = 40_000;

    private final Map<String, Page> windows = new LinkedHashMap<>();
    private Playwright playwright;
    private Browser browser;

    /** Without a browser nobody can look at the pages: the test is skipped and says why. */
    @Override
    public void beforeAll(ExtensionContext context) {
        try {
            playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment()));
            BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setArgs(ARGUMENTS);
            executable().ifPresent(options::setExecutablePath);
            browser = playwright.chromium().launch(options);
        } catch (PlaywrightException e) {
            close();
            throw new TestAbortedException("No Chromium can be launched here: " + e.getMessage(), e);
        }
    }

    /** A window of its own, which shares neither cookies nor sign-in with the others. */
    Page windowOf(String person) {
        return windowOf(person, "en-US");
    }

    Page windowOf(String person, String language) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(1400, 1000)
                .setLocale(language)
                .setTimezoneId("UTC"));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        Page window = context.newPage();
        windows.put(person, window);
        return window;
    }

    /** Keeps a picture of what is seen now. */
    static void photograph(Page window, String name) {
        window.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            String test = context.getRequiredTestMethod().getName();
            windows.forEach((person, window) -> photographLeniently(window, "failed-" + test + "-" + person));
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    private void close() {
        if (playwright != null) {
            playwright.close();
        }
    }

    // what the test failed with is worth more than a picture that could not be taken
    private static void photographLeniently(Page window, String name) {
        try {
            photograph(window, name);
        } catch (PlaywrightException e) {
            System.err.println("No picture " + name + ": " + e.getMessage());
        }
    }

    private static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        return environment;
    }

    private static Optional<Path> executable() {
        String given = System.getenv("CHROMIUM");
        if (given != null && !given.isBlank()) {
            return Optional.of(Path.of(given));
        }
        List<String> folders =
                Arrays.asList(System.getenv().getOrDefault("PATH", "").split(":"));
        return NAMES.stream()
                .flatMap(name ->
                        Stream.concat(Stream.of("/usr/bin"), folders.stream()).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
