package io.amends.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The process owners' desk: files are checked and compared, and an auditor reads. */
class ModelsBrowserTest extends HouseInABrowser {

    @Test
    void an_owner_sees_on_the_drawing_what_a_file_would_change_and_what_stands_against_it() throws IOException {
        Page window = windowOf("owner");
        List<String> complaints = new ArrayList<>();
        window.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        window.navigate(HOUSE + "/");
        window.locator(".masthead a[href='/models']").click();
        assertThat(window.locator("h1")).hasText("Models");
        fitsATelephone(window, "/models", "models-narrow");
        window.navigate(HOUSE + "/models/process/complaint");
        assertThat(window.locator(".diagram .djs-shape").first()).isVisible();
        Chromium.photograph(window, "models-process");

        drop(window, "\"team-leads\"", "\"directors\"");
        assertThat(window.locator(".notice.good")).containsText("Nothing stands against these files");
        assertThat(window.locator(".diagram .mark-changed")).hasCount(2);
        assertThat(window.locator(".details del")).hasText("team-leads");
        Chromium.photograph(window, "models-difference");
        fitsATelephone(window, window.url().replace(HOUSE, ""), "models-difference-narrow");

        drop(window, "name=\"clock\">review<", "name=\"clock\">no-clock<");
        assertThat(window.locator(".notice.bad")).containsText("cannot be deployed like this");
        assertThat(window.locator(".diagram .mark-finding")).hasCount(1);
        Chromium.photograph(window, "models-findings");
        assertThat(complaints).isEmpty();
    }

    private static void drop(Page window, String old, String now) throws IOException {
        String learning = Files.readString(Path.of("processes", "learning", "learning.bpmn"));
        assertThat(learning).contains(old);
        window.navigate(HOUSE + "/models/check");
        window.locator("input[type=file]")
                .setInputFiles(new FilePayload(
                        "learning.bpmn", "text/xml", learning.replace(old, now).getBytes(StandardCharsets.UTF_8)));
        press(window, "Check");
    }
}
