package io.amends.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** One complaint, walked through the browser by the people it concerns. */
class ComplaintBrowserTest extends HouseInABrowser {

    private static final String CUSTOMER = "rosa.lind@customer.example";

    @Test
    void a_complaint_goes_from_the_call_to_the_closed_case() throws Exception {
        Tasklist agent = tasklistOf("agent");
        agent.showsNoBannerOfItsMaker();
        Handling handling = new Handling(agent);
        handling.registers("Rosa Lind", CUSTOMER);
        String caseNumber = handling.listens("Rosa Lind");
        handling.findsTheCause();
        handling.proposes("5000", LocalDate.now(clock));

        approves(tasklistOf("manager"));
        accepts();
        keepsThePromise(agent);
        daysPass();
        rates(9);

        auditorOnlyReads(caseNumber);
    }

    // ------------------------------------------------------------ staff

    private void approves(Tasklist manager) {
        Form form = manager.claims("Approve the remedy");
        manager.photographs("approval");
        form.tick("Approve the proposal?", "Yes, it goes out");
        manager.completes();
    }

    private void keepsThePromise(Tasklist agent) throws IOException, InterruptedException {
        Form form = agent.claims("Keep the promise");
        assertThat(new Rest(HOUSE, "auditor").post("/engine-rest/task/" + agent.openTaskId() + "/complete", "{}"))
                .isEqualTo(403);
        form.tick("Is the promise kept?", "Yes, the promise is kept").write("What was done", "Brought on Tuesday.");
        agent.completes();
    }

    private void auditorOnlyReads(String caseNumber) {
        Page window = CHROMIUM.windowOf("auditor");
        new SignIn(window, HOUSE).as("auditor");
        CasePage page = new CasePage(window, HOUSE, caseNumber).opens().becomes("closed");
        Chromium.photograph(window, "case-page");
        page.offersNothingToDo();
        assertThat(window.locator("svg.scores")).hasAttribute("aria-label", "Before not known, complaint 2, after 9");
        window.locator("svg.scores").scrollIntoViewIfNeeded();
        Chromium.photograph(window, "satisfaction");
        assertThat(page.reports("customer-contacted-again", "phone")).isEqualTo(403);
        page.opens().becomes("closed");
    }

    // ------------------------------------------------------------ customer

    private void accepts() throws Exception {
        Page window = customerOpens("Accept or decline:");
        assertThat(window.locator("main")).containsText("Our driver unloaded your table twice.");
        Chromium.photograph(window, "proposal");
        press(window, "Accept");
        assertThat(window.locator("h1")).hasText("Thank you, you have accepted");
    }

    private void rates(int score) throws Exception {
        Page window = customerOpens("Tell us how we did:");
        window.locator("input[name=score][value='" + score + "']").check();
        Chromium.photograph(window, "survey");
        press(window, "Send");
        assertThat(window.locator("h1")).hasText("Thank you for your answer");
    }

    private static Page customerOpens(String words) throws Exception {
        String link = new Mailbox(CUSTOMER, IMAP_PORT).linkUnder(words);
        Page window = CHROMIUM.windowOf("customer");
        window.navigate(link);
        return window;
    }

    // ------------------------------------------------------------ house

    private static void daysPass() throws IOException, InterruptedException {
        assertThat(new Rest(HOUSE, "admin").post("/demo/clock", "{\"advance\":\"P10D\"}"))
                .isEqualTo(200);
    }
}
