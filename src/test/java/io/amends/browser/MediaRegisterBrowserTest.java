package io.amends.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.amends.mediaregister.MediaRegister;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The media register, as communications keep it and others read it (M-6, M-10). */
class MediaRegisterBrowserTest extends HouseInABrowser {

    @Autowired
    MediaRegister register;

    @Test
    void communications_add_an_outlet_and_who_works_there_by_keyboard_and_note_a_talk() {
        Page window = windowOf("media");
        List<String> complaints = new ArrayList<>();
        window.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("400")) {
                complaints.add(message.text());
            }
        });
        link(window, "Media register").click();
        link(window, "Outlets").click();
        button(window, "Add an outlet").focus();
        window.keyboard().press("Enter");
        field(window, "Name").fill("The Riverside Mail");
        field(window, "Kind").selectOption("Newspaper");
        field(window, "Website").fill("riverside");
        press(window, "Add the outlet");
        assertThat(window.getByRole(AriaRole.ALERT)).hasText("Nothing was changed: one field does not fit.");
        assertThat(field(window, "Website")).isFocused();
        assertThat(field(window, "Name")).hasValue("The Riverside Mail");
        Chromium.photograph(window, "media-register-refused");
        field(window, "Website").fill("https://riverside.example.org");
        press(window, "Add the outlet");
        assertThat(window.getByRole(AriaRole.STATUS)).containsText("Added.");

        button(window, "Add a person").click();
        assertThat(field(window, "Outlet")).hasValue(Pattern.compile("O-\\d+"));
        field(window, "Name").fill("王丽");
        field(window, "Role").selectOption("Editor");
        field(window, "Language").selectOption("Chinese");
        field(window, "E-mail address").fill("li.wang@riverside.example.org");
        field(window, "Phone").fill("020 7946 0199");
        field(window, "Writes about").fill("retail, 消费者");
        press(window, "Add the person");
        assertThat(window.locator("h1")).containsText("王丽");

        window.getByText("Note a talk …").click();
        field(window, "How").selectOption("Phone");
        field(window, "What it was about").fill("Asked how many kettles were sold");
        press(window, "Note it");
        assertThat(window.locator("main")).containsText("Asked how many kettles were sold");
        Chromium.photograph(window, "media-register-person");
        fitsATelephone(window, window.url().replace(HOUSE, ""), "media-register-person-narrow");

        link(window, "People").click();
        field(window, "Find").fill("消费者");
        press(window, "Search");
        assertThat(link(window, "王丽")).isVisible();
        Chromium.photograph(window, "media-register-people");
        fitsATelephone(window, "/media-register", "media-register-people-narrow");
        assertThat(complaints).isEmpty();
    }

    @Test
    void an_outlet_typed_in_a_hurry_is_checked_and_a_spokesperson_is_made_fit() {
        String typed = register.takeUp("Riverbank Radio").id();
        Page window = windowOf("media");
        window.navigate(HOUSE + "/media-register/outlets");
        assertThat(window.locator(".notice.warn")).containsText("typed in a hurry");
        Chromium.photograph(window, "media-register-outlets");
        window.navigate(HOUSE + "/media-register/outlets/" + typed);
        Chromium.photograph(window, "media-register-outlet");
        press(window, "It is one of its own");
        assertThat(window.getByRole(AriaRole.STATUS)).containsText("Checked.");
        press(window, "Archive it …");
        assertThat(window.locator("h1")).hasText("Archive the outlet");
        Chromium.photograph(window, "media-register-confirm");
        button(window, "No, go back").click();

        window.navigate(HOUSE + "/media-register/spokespersons");
        field(window, "Who").selectOption("spokesperson");
        press(window, "Add them");
        Locator samuel = window.locator("[data-user=spokesperson]");
        assertThat(samuel).containsText("must not speak today");
        samuel.locator("summary").focus();
        window.keyboard().press("Enter");
        samuel.getByRole(AriaRole.CHECKBOX).all().forEach(Locator::check);
        samuel.getByLabel("Day of the last training")
                .fill(LocalDate.ofInstant(clock.instant(), clock.getZone())
                        .minusDays(10)
                        .toString());
        Chromium.photograph(window, "media-register-spokesperson-open");
        samuel.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Change it"))
                .click();
        assertThat(window.locator("[data-user=spokesperson]")).containsText("may speak today");
        Chromium.photograph(window, "media-register-spokespersons");
        fitsATelephone(window, "/media-register/spokespersons", "media-register-spokespersons-narrow");

        Page reader = windowOf("legal");
        reader.navigate(HOUSE + "/media-register/spokespersons");
        assertThat(reader.locator("main")).containsText("may speak today");
        assertThat(reader.locator("main").getByRole(AriaRole.BUTTON)).hasCount(0);
        Chromium.photograph(reader, "media-register-read");
    }

    private static Locator link(Page window, String name) {
        return window.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator button(Page window, String name) {
        return window.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The field whose label begins so; several forms of a page may be folded away. */
    private static Locator field(Page window, String label) {
        return window.locator("main label")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + label)))
                .locator("input, select")
                .locator("visible=true");
    }
}
