package io.amends.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.amends.casefile.CaseRecord;
import io.amends.casefile.TimelineEntry;
import io.amends.casefile.TimelineEntry.Detail;
import io.amends.casefile.TimelineEntry.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FactWordsTest {

    private final CaseRecord record = mock();

    @Test
    void a_choice_is_told_as_the_form_calls_it() {
        forms(field("remedyKind", "select", "voucher-later", "A voucher for later"));

        TimelineEntry told = told(change("Remedy kind", "cash-back", "voucher-later"));

        assertThat(told.after()).isEqualTo("A voucher for later");
        assertThat(told.before()).as("which no form on record ever named").isEqualTo("cash back");
    }

    @Test
    void what_somebody_typed_stays_as_they_typed_it() {
        forms(field("note", "textarea", "call-back-later", null));

        assertThat(told(change("Note", null, "call-back-later")))
                .returns(null, TimelineEntry::before)
                .returns("call-back-later", TimelineEntry::after);
    }

    @Test
    void what_one_form_lets_people_choose_and_another_one_lets_them_type_is_both() {
        forms(field("reason", "select", "too-dear", "Too expensive"), field("reason", "textfield", "too-far", null));

        assertThat(told(change("Reason", "too-dear", "too-far")))
                .returns("Too expensive", TimelineEntry::before)
                .returns("too-far", TimelineEntry::after);
    }

    @Test
    void a_choice_of_one_fact_is_no_word_of_another() {
        forms(field("remedyKind", "select", "none", "No remedy"));

        assertThat(told(change("Harm", null, "none")).after()).isEqualTo("none");
    }

    @Test
    void people_money_days_and_lists_are_told_as_people_write_them() {
        forms();
        when(record.people())
                .thenReturn(List.of(
                        new CaseRecord.Person("agent", "Alex Agent"), new CaseRecord.Person("media", "Mia Media")));

        assertThat(told(change("Owner", null, "agent")).after()).isEqualTo("Alex Agent");
        assertThat(told(change("Call line", null, "media,nobody-known")).after())
                .isEqualTo("Mia Media, nobody-known");
        assertThat(told(change("Callout roles", null, "crisis-lead,legal")).after())
                .isEqualTo("Crisis lead, Legal");
        assertThat(told(change("Amount", "45.0", "4800.0")))
                .returns("GBP 45.00", TimelineEntry::before)
                .returns("GBP 4,800.00", TimelineEntry::after);
        assertThat(told(change("Until", null, "2026-12-02")).after()).isEqualTo("Wed 2 Dec 2026");
    }

    @Test
    void a_fact_is_called_what_the_form_calls_it() {
        CaseRecord.Form form = mock();
        when(form.fields())
                .thenReturn(List.of(
                        new CaseRecord.Field("action1Due", "Until when", "datetime", null, "2026-12-02", null, true)));
        when(record.forms()).thenReturn(List.of(form));

        assertThat(told(change("Action 1 due", null, "2026-12-02")))
                .returns("Until when", TimelineEntry::what)
                .returns("Wed 2 Dec 2026", TimelineEntry::after);
        assertThat(FactWords.isTechnical("Promise batch")).isTrue();
    }

    @Test
    void a_decisions_answers_are_words_and_its_table_and_rule_stay() {
        forms();
        TimelineEntry decision = new TimelineEntry(
                Cases.MORNING,
                null,
                Kind.DECISION,
                "Next step",
                "as-it-was",
                null,
                null,
                null,
                null,
                null,
                List.of(
                        new Detail("Table", "next-step"),
                        new Detail("Answer", "ask-customer"),
                        new Detail("By rule", "row-2")));

        TimelineEntry told = told(decision);

        assertThat(told.before()).as("no fact of the case").isEqualTo("as-it-was");
        assertThat(told.details())
                .containsExactly(
                        new Detail("Table", "next-step"),
                        new Detail("Answer", "ask customer"),
                        new Detail("By rule", "row-2"));
    }

    private TimelineEntry told(TimelineEntry entry) {
        return new FactWords(record, "GBP").of(entry);
    }

    private void forms(CaseRecord.Field... fields) {
        CaseRecord.Form form = mock();
        when(form.fields()).thenReturn(List.of(fields));
        when(record.forms()).thenReturn(List.of(form));
    }

    private static CaseRecord.Field field(String key, String type, String answer, @Nullable String label) {
        return new CaseRecord.Field(key, key, type, null, answer, label, true);
    }

    private static TimelineEntry change(String fact, @Nullable String before, String after) {
        return new TimelineEntry(
                Cases.MORNING, "agent", Kind.CHANGE, fact, before, after, null, null, null, null, List.of());
    }
}
