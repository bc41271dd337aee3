package io.amends.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** The auditors' desk as an auditor uses it: find a case, read it, narrow it, click on its diagram. */
class AuditBrowserTest extends HouseInABrowser {

    @Test
    void an_auditor_finds_a_case_and_reads_it_by_its_diagram() throws Exception {
        assertThat(new Rest(HOUSE, "agent").post("/api/complaints", """
                        {"externalId": "audit-walk", "customerName": "Rosa Lind", "customerMail": "rosa.audit@customer.example",
                         "channel": "phone", "subject": "product", "product": "Kettle K-200",
                         "narrative": "The whistle of the kettle is mute."}""")).isEqualTo(201);
        Page window = windowOf("auditor");
        window.navigate(HOUSE + "/");
        opensTheDesk(window);

        finds(window, "whistle");
        Chromium.photograph(window, "audit-search");
        window.locator(".audit-hits .title a").first().click();
        assertThat(window.locator("h2#record")).isVisible();
        Chromium.photograph(window, "audit-case");

        narrows(window);
        clicksThroughTheDiagram(window);
        String address = window.url().substring(HOUSE.length()).replaceAll("[?#].*", "");
        fitsATelephone(window, address, "audit-case-narrow");
        fitsATelephone(window, "/audit", "audit-search-narrow");
        drawsTheDiagramOnATelephone(window, address);
    }

    /** The desk is folded up among others in the head; it opens by keyboard and closes by Escape. */
    private static void opensTheDesk(Page window) {
        Locator records = window.locator(".masthead summary", new Page.LocatorOptions().setHasText("Records"));
        Locator audit = window.locator(".masthead")
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName("Audit").setExact(true));
        records.focus();
        window.keyboard().press("Enter");
        assertThat(audit).isVisible();
        window.keyboard().press("Escape");
        assertThat(audit).isHidden();
        window.keyboard().press("Enter");
        audit.click();
        assertThat(window.getByRole(AriaRole.SEARCHBOX)).isFocused();
    }

    private static void finds(Page window, String word) {
        window.getByRole(AriaRole.SEARCHBOX).fill(word);
        window.keyboard().press("Enter");
        assertThat(window.locator(".audit-hits tbody tr")).hasCount(1);
        assertThat(window.locator(".audit-hits")).containsText("Rosa Lind");
    }

    private static void narrows(Page window) {
        int all = window.locator(".timeline.full > li").count();
        window.locator(".choose-kinds").getByText("Clocks").click();
        press(window, "Narrow");
        assertThat(window.locator(".counted")).containsText(" of " + all);
        assertThat(window.locator(".timeline.full > li").first()).hasClass("clock");
        window.locator(".counted").getByText("Show all").click();
    }

    private static void clicksThroughTheDiagram(Page window) {
        Locator run = window.locator("details.run[open]");
        Locator step =
                run.locator("[data-element-id=StartEvent_ComplaintReceived]").first();
        step.scrollIntoViewIfNeeded();
        step.click();
        Locator row = run.locator("tr.chosen");
        assertThat(row).hasAttribute("data-step", "StartEvent_ComplaintReceived");
        row.locator("th a").click();
        assertThat(window.locator(".counted")).containsText("Complaint received");
    }

    /** Too wide for it as a whole, so it begins where the case is. */
    private static void drawsTheDiagramOnATelephone(Page window, String address) {
        window.setViewportSize(360, 800);
        window.navigate(HOUSE + address);
        assertThat(window.locator("details.run[open] .step-active").first()).isVisible();
        window.setViewportSize(1400, 1000);
    }
}
