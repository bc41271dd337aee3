package io.amends.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** A change is told with what the same process knew before. */
class KnownFactsTest {

    private final KnownFacts facts = new KnownFacts(
            Map.of("assessment", "complaint", "helpOne", "mailOne", "helpTwo", "mailTwo", "deep", "assessment"),
            "complaint");

    @Test
    void processes_side_by_side_change_nothing_of_each_other() {
        assertThat(change("mailOne", "mailNumber", "18", true)).isEqualTo("null → 18");
        assertThat(change("mailTwo", "mailNumber", "19", true)).isEqualTo("null → 19");
        assertThat(change("mailOne", "priority", "70", true)).isEqualTo("null → 70");
        assertThat(change("mailTwo", "priority", "50", true)).isEqualTo("null → 50");
        assertThat(change("mailOne", "priority", "80", false)).isEqualTo("70 → 80");
    }

    @Test
    void a_value_passed_down_is_no_change() {
        change("mailOne", "severity", "S3", true);
        change("mailTwo", "severity", "S4", true);
        assertThat(change("helpOne", "severity", "S3", true)).isEmpty();
        assertThat(change("helpTwo", "severity", "S4", true)).isEmpty();
        assertThat(change("helpTwo", "severity", "S1", false)).isEqualTo("S4 → S1");
    }

    @Test
    void a_change_in_a_called_process_is_told_once_although_it_is_handed_back() {
        assertThat(change("complaint", "severity", "S3", false)).isEqualTo("null → S3");
        assertThat(change("assessment", "severity", "S3", true)).isEmpty();
        assertThat(change("deep", "severity", "S2", false)).isEqualTo("S3 → S2");
        assertThat(change("assessment", "severity", "S2", false)).isEmpty();
        assertThat(change("complaint", "severity", "S2", false)).isEmpty();
        assertThat(change("complaint", "severity", "S4", false)).isEqualTo("S2 → S4");
        assertThat(change("complaint", "severity", "S2", false)).isEqualTo("S4 → S2");
    }

    @Test
    void what_a_called_process_begins_with_is_told_where_its_caller_does_not_have_it() {
        assertThat(change("assessment", "clock", "first-contact", true)).isEqualTo("null → first-contact");
    }

    @Test
    void a_process_beside_the_case_repeats_its_facts_without_changing_them() {
        change("complaint", "priority", "70", false);
        assertThat(change("mailOne", "priority", "70", true)).isEmpty();
        assertThat(change("mailTwo", "priority", "50", true)).isEqualTo("null → 50");
        assertThat(change("complaint", "priority", "60", false)).isEqualTo("70 → 60");
    }

    @Test
    void a_start_written_down_after_a_later_value_of_the_same_moment_takes_nothing_back() {
        change("complaint", "severity", "S3", false);
        assertThat(change("assessment", "severity", "S2", false)).isEqualTo("S3 → S2");
        assertThat(change("assessment", "severity", "S3", true)).isEmpty();
        assertThat(change("assessment", "severity", "S1", false)).isEqualTo("S2 → S1");
    }

    @Test
    void what_one_process_found_out_is_told_once_although_all_of_the_case_are_given_it() {
        change("complaint", "severity", "S4", false);
        change("mailOne", "severity", "S4", true);
        change("deep", "severity", "S4", true);
        assertThat(change("assessment", "severity", "S3", false)).isEqualTo("S4 → S3");
        assertThat(change("deep", "severity", "S3", KnownFacts.Origin.SPREAD)).isEmpty();
        assertThat(change("mailOne", "severity", "S3", KnownFacts.Origin.SPREAD))
                .isEmpty();
        assertThat(change("mailOne", "severity", "S1", KnownFacts.Origin.SPREAD))
                .isEqualTo("S3 → S1");
    }

    private String change(String process, String name, String value, boolean handed) {
        return change(process, name, value, handed ? KnownFacts.Origin.BEGINNING : KnownFacts.Origin.STEP);
    }

    /** Blank where nothing changes. */
    private String change(String process, String name, String value, KnownFacts.Origin origin) {
        String before = facts.before(process, name);
        return facts.changes(process, name, value, origin) ? before + " → " + value : "";
    }
}
