package io.amends.browser;

import com.microsoft.playwright.Locator;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A form of the Tasklist, filled in by the words that stand at its fields. */
class Form {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM/dd/yyyy");

    private final Locator form;

    Form(Locator form) {
        this.form = form;
        form.waitFor();
    }

    Form write(String label, String text) {
        Locator input = field(label, "textfield", "textarea", "number")
                .locator("input, textarea")
                .first();
        for (int tries = 0; tries < 3 && !input.inputValue().equals(text); tries++) {
            input.fill(text);
            // leaving the field ends its waiting for more, and what it moves on the page moves before the next click
            input.blur();
            // a form that draws itself anew on a busy machine may take back what was just typed
            form.page().waitForTimeout(200);
        }
        return this;
    }

    /** Takes one entry of a list that opens. */
    Form select(String label, String option) {
        Locator field = field(label, "select");
        field.locator(".fjs-input-group").click();
        field.locator(".fjs-dropdownlist-item")
                .filter(withText(exactly(option)))
                .click();
        return this;
    }

    /** Ticks an answer, whether one or several may be ticked. */
    Form tick(String label, String option) {
        field(label, "radio", "checklist")
                .locator("label")
                .filter(withText(exactly(option)))
                .click();
        return this;
    }

    /** Ticks a box that stands for itself. */
    Form tick(String label) {
        field(label, "checkbox").locator("label").click();
        return this;
    }

    Form date(String label, LocalDate day) {
        Locator input = field(label, "datetime").locator("input").first();
        input.fill(DAY.format(day));
        input.press("Enter");
        return this;
    }

    /** @param time as the clock on the wall says it: {@code 10:00 AM} */
    Form moment(String label, LocalDate day, String time) {
        Locator inputs = field(label, "datetime").locator("input");
        inputs.first().fill(DAY.format(day));
        inputs.first().press("Enter");
        inputs.last().fill(time);
        inputs.last().press("Tab");
        return this;
    }

    Locator link(Pattern words) {
        return form.locator("a").filter(withText(words));
    }

    /** All that stands on it. */
    String words() {
        return form.innerText();
    }

    // the kind keeps apart what has the same words: a field "Explanation", and a box to tick in another one
    private Locator field(String label, String... kinds) {
        String ofTheseKinds =
                Arrays.stream(kinds).map(kind -> ".fjs-form-field-" + kind).collect(Collectors.joining(", "));
        return form.locator(ofTheseKinds)
                .filter(new Locator.FilterOptions()
                        .setHas(form.page().locator("label").filter(withText(exactly(label)))));
    }

    private static Locator.FilterOptions withText(Pattern text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    // a required field has a star after its label
    private static Pattern exactly(String text) {
        return Pattern.compile("^\\s*" + text.replaceAll("[?.()*+]", "\\\\$0") + "\\*?\\s*$");
    }
}
