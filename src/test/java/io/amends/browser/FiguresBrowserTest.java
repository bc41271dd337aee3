package io.amends.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The managers' figures, as a manager reads them: charts, tables, sliders moved by keyboard (L-6, L-11 to L-13). */
class FiguresBrowserTest extends HouseInABrowser {

    private static final String PERIOD = "/figures?from=2002-01-01&to=2002-12-31";

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_manager_moves_a_slider_by_keyboard_and_reads_the_changed_cost() {
        Page window = windowOf("manager");
        window.locator(".masthead").getByText("Records").click();
        window.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Figures").setExact(true))
                .click();
        Locator churn = window.getByLabel("Share that leaves in a year");
        Locator total = window.locator("[data-answer=total]");
        assertThat(total).hasText("24,000");
        assertThat(churn).hasAttribute("aria-valuetext", "25 %");

        churn.focus();
        window.keyboard().press("ArrowRight");
        assertThat(churn).hasAttribute("aria-valuetext", "26 %");
        assertThat(total).hasText("24,480");
        window.keyboard().press("Home");
        assertThat(total).hasText("12,000");

        Locator reset = window.locator("#churn-churn")
                .locator("xpath=ancestor::form")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Back to the house’s figures"));
        reset.focus();
        window.keyboard().press("Enter");
        assertThat(total).hasText("24,000");
        assertThat(churn).hasAttribute("aria-valuetext", "25 %");
    }

    @Test
    void shares_that_are_more_than_all_are_told_beside_the_sliders() {
        Page window = windowOf("director");
        window.navigate(HOUSE + PERIOD);
        Locator kept = window.locator("[data-answer=kept]");
        assertThat(kept).hasText("45.0");
        window.getByLabel("Buy again when solved", new Page.GetByLabelOptions().setExact(false))
                .nth(1)
                .focus();
        window.keyboard().press("End");
        assertThat(kept).hasText("91.0");

        window.locator("#worth-fast").focus();
        window.keyboard().press("ArrowRight");
        assertThat(window.locator("#worth-fast").locator("xpath=ancestor::form").locator("[data-problem]"))
                .hasText("Solved, but not fast: is more than all, together with what is solved fast.");
        assertThat(kept).hasText("91.0");
        window.keyboard().press("ArrowLeft");
        assertThat(window.locator("#worth-fast").locator("xpath=ancestor::form").locator("[data-problem]"))
                .isHidden();
    }

    @Test
    void charts_are_drawn_from_the_tables_and_nothing_is_against_the_policy() throws Exception {
        lost(40);
        Page window = windowOf("auditor");
        List<String> complaints = new ArrayList<>();
        window.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        window.navigate(HOUSE + PERIOD);

        assertThat(window.locator("#reasons-table tfoot td").first()).hasText("40");
        assertThat(window.locator("figure.chart canvas")).hasCount(7);
        Boolean drawn = (Boolean)
                window.evaluate(
                        "Array.from(document.querySelectorAll('figure.chart canvas')).every(c => window.Chart.getChart(c).data.datasets.length > 0)");
        assertThat(drawn).isTrue();
        window.locator(".rests summary").first().click();
        assertThat(window.locator(".rests").first()).containsText("How long purchases are watched");
        Download file = window.waitForDownload(
                () -> window.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Every case as CSV"))
                        .click());
        assertThat(file.suggestedFilename()).isEqualTo("recoveries-2002-01-01-2002-12-31.csv");
        assertThat(Files.readAllLines(file.path())).hasSize(41);
        assertThat(complaints).isEmpty();
        Chromium.photograph(window, "figures");
        fitsATelephone(window, PERIOD, "figures-narrow");
        window.navigate(HOUSE + "/figures?from=2002-12-31&to=2002-01-01");
        assertThat(window.getByRole(AriaRole.ALERT)).containsText("The first day (from) is after the last day");
        assertThat(window.getByLabel("Opened from")).hasValue("2002-12-31");
    }

    private void lost(int cases) {
        for (int i = 0; i < cases; i++) {
            jdbc.sql("""
                            insert into lost_customer (case_number, customer_number, signal, reference, opened_at, value_tier,
                                yearly_value, lifetime_value, second_lifetime_value, assumptions_version, proposed_reason, decision,
                                outcome, closed_at, benefit_repurchase, benefit_replacement, benefit_referral, benefit_learnt,
                                cost_people, cost_offer, cost_letters, cost_losses)
                            values (?, 'C-browser', 'silence', ?, timestamp with time zone '2002-03-01 10:00:00Z', 'B', 100, 100, 100, 1,
                                'drifted', ?, ?, timestamp with time zone '2002-06-01 10:00:00Z', 60, 0, 0, 0, 20, 0, 1, 0)""")
                    .params(
                            "LCR-2002-%06d".formatted(i),
                            "browser" + i,
                            i % 10 == 0 ? "hold-out" : "pursue",
                            i % 10 == 0 ? "held-out" : i % 3 == 0 ? "regained" : "declined")
                    .update();
        }
    }
}
