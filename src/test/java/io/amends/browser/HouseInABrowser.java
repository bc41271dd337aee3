package io.amends.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.amends.AmendsApplication;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Clock;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The running demo without its cases, with its mail server, and a browser in front of it; one for all walks. */
@SpringBootTest(
        classes = AmendsApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:browser;DB_CLOSE_DELAY=-1",
            "amends.demo.data=false",
            "amends.letter.secret=only-for-this-walk-through-the-browser",
            "amends.letter.secret-file="
        })
@ActiveProfiles("demo")
abstract class HouseInABrowser {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    static final int SMTP_PORT = freePort();
    static final int IMAP_PORT = freePort();
    private static final int PORT = freePort();
    static final String HOUSE = "http://127.0.0.1:" + PORT;

    @Autowired
    Clock clock;

    @DynamicPropertySource
    static void ports(DynamicPropertyRegistry registry) {
        registry.add("server.port", () -> PORT);
        registry.add("amends.demo.smtp-port", () -> SMTP_PORT);
        registry.add("amends.demo.imap-port", () -> IMAP_PORT);
    }

    static Tasklist tasklistOf(String person) {
        return new Tasklist(windowOf(person), HOUSE).opens();
    }

    /** A window in which this person has signed in. */
    static Page windowOf(String person) {
        Page window = CHROMIUM.windowOf(person);
        new SignIn(window, HOUSE).as(person);
        return window;
    }

    static void press(Page window, String button) {
        window.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    /** Nothing has to be moved sideways on a telephone. */
    static void fitsATelephone(Page window, String address, String picture) {
        window.setViewportSize(360, 800);
        window.navigate(HOUSE + address);
        assertThat((Boolean)
                        window.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as("%s at 360 pixels", address)
                .isTrue();
        Chromium.photograph(window, picture);
        window.setViewportSize(1400, 1000);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("No port is free", e);
        }
    }
}
