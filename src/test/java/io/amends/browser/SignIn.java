package io.amends.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The sign-in page of the house. */
record SignIn(Page window, String house) {

    /** In the demo the password is the name. */
    void as(String name) {
        window.navigate(house + "/sign-in");
        Locator entry = window.locator("main form");
        entry.getByLabel("Name").fill(name);
        entry.getByLabel("Password").fill(name);
        entry.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Sign in"))
                .click();
        assertThat(window.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out")))
                .isVisible();
    }
}
