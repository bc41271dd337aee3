package io.amends.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.amends.letter.LettersOfTheHouse;
import io.amends.letter.LettersOfTheHouse.Filled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Letters as people see them: on a phone and on a wide screen nothing has to be pushed sideways, whatever a letter says. */
class LettersBrowserTest {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final Path PICTURES = Path.of("target", "letters");
    private static final String USUAL = "Usual";
    private static Page window;

    @BeforeAll
    static void a_window() throws IOException {
        window = CHROMIUM.windowOf("reader");
        Files.createDirectories(PICTURES);
    }

    static Stream<Filled> letters() {
        return LettersOfTheHouse.all();
    }

    @ParameterizedTest
    @MethodSource("letters")
    void fits_a_phone_and_a_wide_screen(Filled letter) {
        for (int width : new int[] {360, 700}) {
            window.setViewportSize(width, 300);
            window.setContent(letter.html());
            if (letter.sample().equals(USUAL)) {
                photograph(letter, width);
            }
            assertThat(window.evaluate("document.documentElement.scrollWidth"))
                    .as("%s needs no more than %d", letter, width)
                    .isEqualTo(width);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 700})
    void the_button_is_as_large_as_a_thumb_and_its_address_stands_below(int width) {
        Filled proposal = letters()
                .filter(letter ->
                        letter.name().equals("proposal") && letter.sample().equals(USUAL))
                .findFirst()
                .orElseThrow();
        window.setViewportSize(width, 800);
        window.setContent(proposal.html());

        var button = window.locator(".do a").boundingBox();
        var address = window.locator(".address a").boundingBox();
        assertThat(button.height).isGreaterThanOrEqualTo(44);
        assertThat(address.y).isGreaterThan(button.y + button.height);
        assertThat(window.locator(".address a").innerText())
                .isEqualTo(window.locator(".do a").getAttribute("href"));
    }

    // for docs/pictures/make
    private static void photograph(Filled letter, int width) {
        String name = letter.name() + "-" + letter.language() + "-" + width + ".png";
        window.screenshot(
                new Page.ScreenshotOptions().setPath(PICTURES.resolve(name)).setFullPage(true));
    }
}
