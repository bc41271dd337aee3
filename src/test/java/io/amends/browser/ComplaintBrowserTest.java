package io.amends.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.amends.AmendsApplication;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** One complaint, walked through the browser by the people it concerns. */
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
class ComplaintBrowserTest {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final int PORT = freePort();
    private static final int SMTP_PORT = freePort();
    private static final int IMAP_PORT = freePort();
    private static final String HOUSE = "http://127.0.0.1:" + PORT;
    private static final String CUSTOMER = "rosa.lind@customer.example";

    @Autowired
    Clock clock;

    @DynamicPropertySource
    static void ports(DynamicPropertyRegistry registry) {
        registry.add("server.port", () -> PORT);
        registry.add("amends.demo.smtp-port", () -> SMTP_PORT);
        registry.add("amends.demo.imap-port", () -> IMAP_PORT);
    }

    @Test
    void a_complaint_goes_from_the_call_to_the_closed_case() throws Exception {
        Tasklist agent = tasklistOf("agent");
        registers(agent);
        String caseNumber = listens(agent);
        findsTheCause(agent);
        proposes(agent, "5000");

        approves(tasklistOf("manager"));
        accepts();
        keepsThePromise(agent);
        daysPass();
        rates(9);

        auditorOnlyReads(caseNumber);
    }

    // ------------------------------------------------------------ staff

    private void registers(Tasklist agent) {
        agent.showsNoBannerOfItsMaker();
        agent.begins("Complaint")
                .write("Name", "Rosa Lind")
                .write("Mail address", CUSTOMER)
                .select("What it is about", "Delivery")
                .write("Product or service", "Oak table")
                .write("What happened", "The table came three weeks late and one leg was broken.")
                .write("What they want", "A whole table and the money for the dinner that fell through.");
        agent.starts();
    }

    private String listens(Tasklist agent) {
        agent.claims("Contact the customer");
        FrameLocator page = agent.opensCaseTab();
        assertThat(page.locator("dl.head-facts")).containsText("Rosa Lind");
        String caseNumber = page.locator("h1 > span").first().innerText();
        assertThat(caseNumber).matches("CMP-\\d{4}-\\d{6}");
        agent.photographs("case-tab");
        Form form = agent.opensFormTab();
        agent.photographs("tasklist");
        form.select("How you reached them", "By phone")
                .write("The feeling you heard and named", "Let down, because the guests had been invited")
                .write("What happened, as you said it back and they agreed", "It came late, and one leg was broken.")
                .write("First wish", "A whole table this week")
                .tick("Is that usual in our trade?", "Yes, within it");
        agent.completes();
        return caseNumber;
    }

    private void findsTheCause(Tasklist agent) {
        agent.goesOnWith("Investigate the cause")
                .tick("What do you do next?", "I know the cause")
                .select("Cause", "Service: delivery")
                .select("Responsible", "Our service")
                .write("What we found", "The lorry was loaded in the wrong order and unloaded twice.");
        agent.completes();
    }

    private void proposes(Tasklist agent, String amount) {
        Form form = agent.goesOnWith("Propose a remedy")
                .tick("Remedies", "Apology")
                .tick("Remedies", "Replacement")
                .write("Worth in money", amount)
                .write("Explanation", "Our driver unloaded your table twice. We try our best to bring another.")
                .write("What will be done", "Bring a whole table and take the broken one away")
                .select("Who does it", "Service desk")
                .date("By when", LocalDate.now(clock).plusDays(7));
        agent.isToldOnCompleting("Explanation", "“try our best” → I will …");
        form.write("Explanation", "Our driver unloaded your table twice. We are sorry, and I will bring another.");
        agent.completes();
    }

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

    private static void press(Page window, String button) {
        window.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    // ------------------------------------------------------------ house

    private static Tasklist tasklistOf(String person) {
        Page window = CHROMIUM.windowOf(person);
        new SignIn(window, HOUSE).as(person);
        return new Tasklist(window, HOUSE).opens();
    }

    private static void daysPass() throws IOException, InterruptedException {
        assertThat(new Rest(HOUSE, "admin").post("/demo/clock", "{\"advance\":\"P10D\"}"))
                .isEqualTo(200);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("No port is free", e);
        }
    }
}
