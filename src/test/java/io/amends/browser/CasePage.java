package io.amends.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;

/** The page of one case. */
record CasePage(Page window, String house, String caseNumber) {

    private static final int LOOKS = 20;
    private static final double BETWEEN_LOOKS_MILLIS = 500;

    CasePage opens() {
        window.navigate(house + "/cases/" + caseNumber);
        assertThat(window.locator("h1")).containsText(caseNumber);
        return this;
    }

    /** The engine may still be at work on it for a moment. */
    CasePage becomes(String state) {
        for (int look = 1; look < LOOKS && !state.equals(state().innerText()); look++) {
            window.waitForTimeout(BETWEEN_LOOKS_MILLIS);
            window.reload();
        }
        assertThat(state()).hasText(state);
        return this;
    }

    void offersNothingToDo() {
        assertThat(window.locator("main form")).hasCount(0);
        assertThat(window.locator("main button[type=submit]")).hasCount(0);
        assertThat(window.locator("main textarea")).hasCount(0);
    }

    /** Sends what the form of an action would send, from this very page; the status of the answer. */
    int reports(String action, String option) {
        String token = window.locator("input[name=_csrf]").first().inputValue();
        APIResponse answer = window.request()
                .post(
                        house + "/cases/" + caseNumber + "/actions/" + action,
                        RequestOptions.create()
                                .setForm(FormData.create()
                                        .set("_csrf", token)
                                        .set("option", option)
                                        .set("text", "Written by somebody who may not.")));
        return answer.status();
    }

    private Locator state() {
        return window.locator("h1 .badge").first();
    }
}
