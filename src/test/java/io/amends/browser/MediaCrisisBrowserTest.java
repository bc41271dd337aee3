package io.amends.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.amends.callout.Roster;
import io.amends.mediaregister.MediaKeeper;
import io.amends.mediaregister.MediaKeeper.NewOutlet;
import io.amends.mediaregister.MediaKeeper.NewPerson;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A media crisis, walked through the browser by the people whom it calls (M-1 to M-5, M-12). */
class MediaCrisisBrowserTest extends HouseInABrowser {

    private static final String PAPER = "The Bridge Post";
    private static final String REPORTER = "Ines Alvarez";
    private static final String REPORTER_MAIL = "ines.alvarez@bridge.example.org";

    @Autowired
    MediaKeeper keeper;

    @Autowired
    Roster roster;

    @BeforeEach
    void the_register_knows_the_paper() {
        keeper.add(List.of(new MediaKeeper.Entry(
                new NewOutlet("bridge-post", PAPER, "newspaper", null, "regional"),
                new NewPerson(
                        "bp-alvarez", REPORTER, "journalist", "consumers", "020 7946 0177", REPORTER_MAIL, "en"))));
    }

    @Test
    void an_event_is_registered_whoever_is_called_comes_and_the_statement_leaves() throws Exception {
        lineUpByKeyboard("Crisis lead", "Marcus Hale");
        roster.add("communications", "media", "media");
        roster.add("legal", "legal", "media");
        roster.add("service-manager", "lead", "media");

        Tasklist media = tasklistOf("media");
        registers(media.begins("Media crisis"));
        media.photographs("media-event");
        media.starts();

        Form writing = media.claims("Write the holding statement");
        String caseNumber = media.opensCaseTab().locator("h1 > span").first().innerText();
        assertThat(caseNumber).matches("MCR-\\d{4}-\\d{6}");
        writing = media.opensFormTab();
        writing.write("What we know", "A tap of ours was found to leak in three kitchens.")
                .write("What we do", "We look at every tap of this make in the shop today.")
                .moment("When we speak next", today().plusDays(1), "10:00 AM");
        media.photographs("holding-statement");
        media.completes();

        Tasklist legal = tasklistOf("legal");
        Form approval = legal.claims("Approve the statement as legal");
        assertThat(approval.words()).contains("A tap of ours was found to leak");
        signs(approval);
        legal.completes();
        Tasklist manager = tasklistOf("manager");
        manager.goesOnWith("Acknowledge the call-out");
        manager.completes();
        signs(manager.goesOnWith("Approve the statement as crisis lead"));
        manager.photographs("approve-statement");
        manager.completes();
        Mailbox reporter = new Mailbox(REPORTER_MAIL, IMAP_PORT);
        assertThat(reporter.linkUnder("People who are affected reach us here:")).endsWith("/complain");
        assertThat(reporter.letterWith("A tap of ours was found to leak").get(1))
                .contains(caseNumber)
                .doesNotContain("Dripping taps");

        Page live = windowOf("media");
        live.navigate(HOUSE + "/call-outs/" + caseNumber);
        assertThat(live.locator("main")).containsText("Marcus Hale");
        Chromium.photograph(live, "call-outs");

        CasePage page = new CasePage(live, HOUSE, caseNumber).opens();
        assertThat(live.locator("section[aria-labelledby=clocks]")).containsText("Public update");
        assertThat(live.locator("section[aria-labelledby=facts]")).containsText("2, respond");
        Chromium.photograph(live, "media-crisis");
        fitsATelephone(live, "/cases/" + page.caseNumber(), "media-crisis-narrow");
    }

    @Test
    void what_is_only_watched_is_drawn_round_by_round() throws Exception {
        assertThat(new Rest(HOUSE, "media").post("/api/media-events", """
                        {"title": "A column about our taps", "kind": "mention", "outlet": "%s", "journalist": "%s",
                         "claim": "They are loud.", "reach": "local", "tone": "neutral"}""".formatted(PAPER, REPORTER)))
                .isEqualTo(201);
        assertThat(new Rest(HOUSE, "admin").post("/demo/clock", "{\"advance\":\"P1DT1H\"}"))
                .isEqualTo(200);
        Tasklist media = tasklistOf("media");
        Form form = media.claims("Record the coverage");
        String caseNumber = media.opensCaseTab().locator("h1 > span").first().innerText();
        form = media.opensFormTab();
        form.write("Reports", "3")
                .write("Of these negative", "1")
                .write("Carry a message of ours", "2")
                .write("New enquiries", "4")
                .tick("Has coverage stopped after the first days?", "No")
                .tick("Is the negative share falling?", "Yes")
                .tick("Have reporters moved on?", "No")
                .tick("Are our messages used?", "Yes");
        media.photographs("record-coverage");
        media.completes();

        Page window = windowOf("media");
        new CasePage(window, HOUSE, caseNumber).opens();
        Locator pictures = window.locator("section[aria-labelledby=pictures]");
        assertThat(pictures.locator("svg.bars")).hasCount(4);
        assertThat(pictures.locator("svg.bars").first()).hasAttribute("aria-label", Pattern.compile(".*3.*"));
        pictures.scrollIntoViewIfNeeded();
        Chromium.photograph(window, "coverage");
    }

    private static void signs(Form approval) {
        approval.tick("May it go out?", "Yes, release it")
                .tick("We do not lie")
                .tick("We do not threaten a reporter or an editor")
                .tick("We do not tie coverage to advertising")
                .tick("We do not say \"no comment\"");
    }

    private static void registers(Form event) {
        event.write("The matter in few words", "Dripping taps")
                .select("What is it?", "A report, post or broadcast")
                .select("Journalist", REPORTER + ", " + PAPER)
                .write("What is said of us", "The new taps leak, and nobody at the shop will say why.")
                .select("Reach", "Regional")
                .select("Tone", "Critical")
                .select("Is the claim true?", "Not clear yet")
                .select("Spread", "Few reports");
    }

    private void lineUpByKeyboard(String role, String name) {
        Page window = windowOf("media");
        window.navigate(HOUSE + "/call-outs/roster");
        Locator line = window.locator("main section.card")
                .filter(new Locator.FilterOptions()
                        .setHas(window.locator("h2").filter(new Locator.FilterOptions().setHasText(role))));
        Locator person = line.locator("select[name=person]");
        person.focus();
        window.keyboard().type(name);
        window.keyboard().press("Tab");
        assertThat(line.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Add")))
                .isFocused();
        window.keyboard().press("Enter");
        assertThat(window.getByRole(AriaRole.STATUS)).isVisible();
        assertThat(line.locator("ol.line")).containsText(name);
        Chromium.photograph(window, "call-out-roster");
        fitsATelephone(window, "/call-outs/roster", "call-out-roster-narrow");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }
}
