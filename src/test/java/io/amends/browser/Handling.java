package io.amends.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import java.time.LocalDate;

/** How a service agent handles a complaint in the Tasklist, from the call to the proposal. */
record Handling(Tasklist agent) {

    void registers(String name, String mail) {
        agent.begins("Complaint")
                .write("Name", name)
                .write("Mail address", mail)
                .select("What it is about", "Delivery")
                .write("Product or service", "Oak table")
                .write("What happened", "The table came three weeks late and one leg was broken.")
                .write("What they want", "A whole table and the money for the dinner that fell through.");
        agent.starts();
    }

    /** @return the case number, as the page of the case says it */
    String listens(String name) {
        agent.claims("Contact the customer");
        FrameLocator page = agent.opensCaseTab();
        assertThat(page.locator("dl.head-facts")).containsText(name);
        String caseNumber = page.locator("h1 > span").first().innerText();
        assertThat(caseNumber).matches("CMP-\\d{4}-\\d{6}");
        agent.photographs("case-tab");
        Form form = agent.opensFormTab();
        agent.photographs("tasklist");
        form.select("How you reached them", "By phone")
                .write("The feeling you heard and named", "Let down, because the guests had been invited")
                .write("What happened, as you said it back and they agreed", "It came late, and one leg was broken.")
                .write("How satisfied are they with us right now?", "2")
                .write("First wish", "A whole table this week")
                .tick("Is that usual in our trade?", "Yes, within it");
        agent.completes();
        return caseNumber;
    }

    void findsTheCause() {
        agent.goesOnWith("Investigate the cause")
                .tick("What do you do next?", "I know the cause")
                .select("Cause", "Service: delivery")
                .select("Responsible", "Our service")
                .write("What we found", "The lorry was loaded in the wrong order and unloaded twice.");
        agent.completes();
    }

    void proposes(String amount, LocalDate today) {
        Form form = agent.goesOnWith("Propose a remedy")
                .tick("Remedies", "Apology")
                .tick("Remedies", "Replacement")
                .write("Worth in money", amount)
                .write("Explanation", "Our driver unloaded your table twice. We try our best to bring another.")
                .write("What will be done", "Bring a whole table and take the broken one away")
                .select("Who does it", "Service desk")
                .date("By when", today.plusDays(7));
        agent.isToldOnCompleting("Explanation", "“try our best” → I will …");
        form.write("Explanation", "Our driver unloaded your table twice. We are sorry, and I will bring another.");
        agent.completes();
    }
}
