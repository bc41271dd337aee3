package io.amends.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Mail that came in, as the people see it who have to do something about it (T-3). */
class MailBrowserTest extends HouseInABrowser {

    private static final String WITH_A_PICTURE = "mia.berg@customer.example";
    private static final String WITH_AN_ANSWER = "noor.haddad@customer.example";

    @Test
    void an_agent_sorts_a_mail_by_hand_looks_at_the_original_and_opens_a_complaint_from_it() throws Exception {
        new Sender("Mia Berg", WITH_A_PICTURE, SMTP_PORT).sendsPicture("broken lid.png", brokenLid());

        Tasklist agent = tasklistOf("agent");
        Form form = agent.claims("Sort the mail by hand");
        agent.photographs("sort-mail");
        Page mail = agent.opensNextTo(
                () -> form.link(Pattern.compile("Open MAIL-.*")).click());
        assertThat(mail.locator("h1")).hasText("(no subject)");
        assertThat(mail.locator("main")).containsText("Mia Berg <" + WITH_A_PICTURE + ">");
        assertThat(mail.locator("main")).containsText("There are no words in it.");
        assertThat(mail.getByRole(AriaRole.LINK, named("Sort it by hand"))).isVisible();
        seesThePicture(mail);
        Chromium.photograph(mail, "mail");
        savesTheOriginal(mail);
        mail.close();

        FrameLocator tab = agent.opensCaseTab();
        assertThat(tab.locator("main")).containsText("broken lid.png");
        agent.photographs("mail-tab");
        agent.opensFormTab()
                .select("It belongs", "It is a new complaint")
                .write("Name of the customer", "Mia Berg")
                .write("Mail address", WITH_A_PICTURE)
                .select("What it is about", "A product")
                .write("What happened", "The photograph shows a lid that is broken in two.");
        agent.photographs("sort-mail-filled");
        agent.completes();

        Page window = windowOf("lead");
        window.navigate(HOUSE + "/");
        window.getByRole(AriaRole.LINK, named("Mail")).first().click();
        window.getByRole(AriaRole.SEARCHBOX).fill("mia.berg");
        window.keyboard().press("Enter");
        assertThat(window.locator(".hits tbody tr")).hasCount(1);
        assertThat(window.locator(".hits .badge")).hasText("opened a complaint");
        Chromium.photograph(window, "mails");
        window.locator(".hits a[href^='/cases/']").click();
        window.locator("#mails ~ article summary").first().click();
        seesThePicture(window);
        assertThat(window.locator("#mails ~ article")).containsText("broken lid.png");
        Chromium.photograph(window, "case-with-mail");
        String address = window.url().substring(HOUSE.length());

        fitsATelephone(window, "/inbox", "mails-narrow");
        window.locator(".hits a[href^='/inbox/']").first().click();
        fitsATelephone(window, window.url().substring(HOUSE.length()), "mail-narrow");
        fitsATelephone(window, address, "case-with-mail-narrow");
        // what she leaves to her group would be found by the next walk
        agent.claims("Contact the customer");
    }

    @Test
    void the_owner_reads_a_yes_in_a_mail_and_passes_it_on() throws Exception {
        Tasklist agent = tasklistOf("agent");
        Handling handling = new Handling(agent);
        handling.registers("Noor Haddad", WITH_AN_ANSWER);
        String caseNumber = handling.listens("Noor Haddad");
        handling.findsTheCause();
        handling.proposes("40", LocalDate.now(clock));
        Mailbox mailbox = new Mailbox(WITH_AN_ANSWER, IMAP_PORT);
        mailbox.linkUnder("Accept or decline:");
        List<String> letter = mailbox.letterWith("Accept or decline:");
        new Sender("Noor Haddad", WITH_AN_ANSWER, SMTP_PORT)
                .answers(letter.get(0), letter.get(1), "Yes, that is fine with me. Please bring it on Friday.");

        Form form = agent.goesOnWith("Read the mail");
        assertThat(form.words()).contains("Please bring it on Friday.", "Noor Haddad <" + WITH_AN_ANSWER + ">");
        form.select("It says", "Yes to what we proposed");
        agent.photographs("read-mail");
        agent.completes();

        Page window = windowOf("auditor");
        new CasePage(window, HOUSE, caseNumber).opens();
        assertThat(window.locator("#tasks ~ .wide")).containsText("Keep the promise");
        assertThat(window.locator("#record ~ .timeline")).containsText("Mail from Noor Haddad");
        window.locator("#mails ~ article summary").first().click();
        assertThat(window.locator("#mails ~ article .words").first()).hasText(Pattern.compile("^Yes, that is fine.*"));
        Chromium.photograph(window, "case-with-answer");
        agent.claims("Keep the promise");
    }

    // ------------------------------------------------------------ helpers

    private static void seesThePicture(Page window) {
        window.getByText("Look at it").click();
        window.locator(".files img").scrollIntoViewIfNeeded();
        window.waitForCondition(() -> (Boolean) window.locator(".files img").evaluate("i => i.naturalWidth === 160"));
    }

    private static void savesTheOriginal(Page mail) throws IOException {
        Download original = mail.waitForDownload(() -> mail.getByRole(
                        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("Save the original.*")))
                .click());
        assertThat(original.suggestedFilename()).matches("MAIL-\\d{4}-\\d{6}\\.eml");
        assertThat(Files.readString(original.path())).contains("From: Mia Berg <" + WITH_A_PICTURE + ">");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static byte[] brokenLid() throws IOException {
        BufferedImage picture = new BufferedImage(160, 100, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(new Color(0xE8, 0xF0, 0xF2));
        pen.fillRect(0, 0, 160, 100);
        pen.setColor(new Color(0x8A, 0x7A, 0x52));
        pen.fillArc(20, 25, 120, 90, 0, 80);
        pen.fillArc(20, 20, 120, 90, 95, 85);
        pen.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", png);
        return png.toByteArray();
    }
}
