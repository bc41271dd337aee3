package io.amends.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Camunda's Tasklist, as somebody of the staff sees and uses it. */
class Tasklist {

    private static final int LOOKS = 40;
    private static final double A_LOOK_MILLIS = 2_000;
    private static final Pattern TASK_ID = Pattern.compile("[?&]task=([^&]+)");

    // each new window reads megabytes of scripts first, which takes a busy machine a minute
    private static final LocatorAssertions.IsVisibleOptions ALL_SCRIPTS_READ =
            new LocatorAssertions.IsVisibleOptions().setTimeout(120_000);

    private final Page window;
    private final String address;

    Tasklist(Page window, String house) {
        this.window = window;
        this.address = house + "/camunda/app/tasklist/default/";
    }

    Tasklist opens() {
        window.navigate(address);
        assertThat(window.getByText("Start process")).isVisible(ALL_SCRIPTS_READ);
        return this;
    }

    Form begins(String process) {
        window.getByText("Start process").click();
        Locator dialog = window.locator(".modal-dialog");
        dialog.getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(process).setExact(true))
                .click();
        return new Form(dialog.locator(".fjs-container"));
    }

    void starts() {
        sends(window.locator(".modal-footer"), "Start");
        assertThat(window.locator(".modal-dialog")).hasCount(0);
    }

    /** Takes a task that the group has and nobody works on. */
    Form claims(String task) {
        finds("My group's tasks", task);
        window.locator("button.claim").click();
        return form();
    }

    /** Goes on with a task that is already this person's. */
    Form goesOnWith(String task) {
        finds("My tasks", task);
        return form();
    }

    void completes() {
        sends(window.locator(".task-card"), "Complete");
        assertThat(window.locator(".task-card")).hasCount(0);
    }

    /** Completes, and gets a hint on the words of a field: the task stays open, and the form is not covered by it. */
    void isToldOnCompleting(String field, String advice) {
        assertThat(window.locator(".amends-hint")).hasCount(0);
        Locator complete = button(window.locator(".task-card"), "Complete");
        complete.click();
        Locator hint = window.locator(".amends-hint");
        assertThat(hint).containsText("Before the customer reads this:");
        assertThat(hint.locator("em")).hasText(field);
        assertThat(hint.locator("li")).containsText(advice);
        assertThat(hint).not().containsText("Cannot submit task form");
        photographs("hint");
        BoundingBox words = hint.boundingBox();
        BoundingBox form = window.locator(".task-card .fjs-container").boundingBox();
        assertThat(words.x + words.width)
                .as("the hint ends where the form begins")
                .isLessThanOrEqualTo(form.x);
    }

    /** The live page of the case beside the form. */
    FrameLocator opensCaseTab() {
        tab("Case").click();
        return window.frameLocator("iframe.amends-case");
    }

    /** The window that opens beside this one. */
    Page opensNextTo(Runnable click) {
        return window.waitForPopup(click);
    }

    Form opensFormTab() {
        tab("Form").click();
        return form();
    }

    void photographs(String name) {
        Chromium.photograph(window, name);
    }

    String openTaskId() {
        Matcher id = TASK_ID.matcher(window.url());
        assertThat(id.find()).as(window.url()).isTrue();
        return id.group(1);
    }

    void showsNoBannerOfItsMaker() {
        assertThat(window.locator(".ce-eol-banner")).isHidden();
        assertThat(window.locator("body").innerText()).doesNotContainIgnoringCase("end of life");
    }

    private Locator tab(String name) {
        return window.locator(".task-card .nav-tabs a")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + name + "\\s*$")));
    }

    // a form can be written in once the task is this person's
    private Form form() {
        assertThat(window.locator(".task-card .disabled-form")).hasCount(0);
        return new Form(window.locator(".task-card .fjs-container"));
    }

    // the engine brings the next task a moment later; the list is not told, so somebody looks again
    private void finds(String filter, String task) {
        for (int look = 1; ; look++) {
            opens();
            window.locator("a")
                    .filter(new Locator.FilterOptions().setHasText(filter))
                    .click();
            Locator card = window.locator(".tasks-list h4.task a")
                    .filter(new Locator.FilterOptions().setHasText(task))
                    .first();
            try {
                card.waitFor(new Locator.WaitForOptions().setTimeout(A_LOOK_MILLIS));
                card.click();
                assertThat(window.locator(".task-card h2.task")).containsText(task);
                return;
            } catch (TimeoutError notYet) {
                if (look == LOOKS) {
                    throw new PlaywrightException("No task '" + task + "' under '" + filter + "'", notYet);
                }
            }
        }
    }

    private void sends(Locator place, String button) {
        Response answer = window.waitForResponse(
                response -> response.url().contains("/submit-form")
                        && response.request().method().equals("POST"),
                () -> button(place, button).click());
        assertThat(answer.ok()).as(answer.status() + " " + answer.statusText()).isTrue();
    }

    private static Locator button(Locator place, String name) {
        return place.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
