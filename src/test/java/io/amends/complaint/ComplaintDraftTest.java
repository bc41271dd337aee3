package io.amends.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComplaintDraftTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-31T10:00:00Z"), ZoneOffset.UTC);

    @Test
    void a_plain_complaint_gets_the_usual_values() {
        var complaint = draft(Map.of()).complaint();

        assertThat(complaint.urgency()).isEqualTo("normal");
        assertThat(complaint.harm()).isEqualTo("none");
        assertThat(complaint.contact().language()).isEqualTo("en");
        assertThat(complaint.safetyRisk()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "customerName, x, short",
        "customerName, '', required",
        "customerMail, nobody, mail",
        "customerMail, a@b, mail",
        "customerMail, 'a b@example.org', mail",
        "customerMail, 'a@example.org,b@example.org', mail",
        "customerPhone, call me, phone",
        "channel, pigeon, unknown",
        "channel, '', required",
        "subject, weather, unknown",
        "narrative, too short, short",
        "urgency, soon, unknown",
        "harm, much, unknown",
        "language, de, unknown",
        "neededBy, tomorrow, date",
        "neededBy, 2026-02-30, date",
        "neededBy, 2026-03-01, past",
        "neededBy, 9999-01-01, far",
        "receivedAt, yesterday, moment",
        "receivedAt, 2026-03-31T10:00:00, moment",
        "receivedAt, 2027-01-01T00:00:00Z, future",
        "receivedAt, 0001-01-01T00:00:00Z, ancient",
        "receivedAt, -999999999-01-01T00:00:00Z, ancient",
        "safetyRisk, perhaps, flag"
    })
    void a_bad_value_is_named(String field, String value, String code) {
        assertThat(draft(Map.of(field, value)).faults()).singleElement().satisfies(fault -> assertThat(
                        fault.field() + " " + fault.code())
                .isEqualTo(field + " " + code));
    }

    @Test
    void sizes_are_bounded() {
        assertThat(draft(Map.of(
                                "narrative", "x".repeat(10_001),
                                "wish", "x".repeat(2_001),
                                "customerName", "x".repeat(201),
                                "product", "x".repeat(201),
                                "customerNumber", "x".repeat(41)))
                        .faults())
                .hasSize(5)
                .allMatch(fault -> fault.code().equals("long"));
    }

    @Test
    void no_line_break_and_no_unstorable_character_gets_in() {
        assertThat(draft(Map.of("customerName", "Ann\nBcc: x@example.org")).faults())
                .extracting(Fault::code)
                .containsExactly("line");
        assertThat(draft(Map.of("narrative", "It broke \u0000 at once")).faults())
                .extracting(Fault::code)
                .containsExactly("characters");
        assertThat(draft(Map.of("narrative", "It broke \uD800 at once")).faults())
                .extracting(Fault::code)
                .containsExactly("characters");
        assertThat(draft(Map.of("narrative", "It broke 😠 at\r\nonce"))
                        .complaint()
                        .narrative())
                .isEqualTo("It broke 😠 at\nonce");
    }

    @Test
    void the_description_of_the_api_names_exactly_the_fields_that_are_read() {
        var read = new HashSet<>(ComplaintDraft.TEXTS);
        read.addAll(ComplaintDraft.FLAGS);
        read.add("source");

        assertThat(Arrays.stream(ComplaintBody.class.getRecordComponents()).map(RecordComponent::getName))
                .containsExactlyInAnyOrderElementsOf(read);
    }

    @Test
    void both_languages_say_the_same_things() {
        assertThat(IntakeWords.in(Locale.CHINESE).page("").keySet())
                .containsExactlyInAnyOrderElementsOf(
                        IntakeWords.in(Locale.ENGLISH).page("").keySet());
    }

    private static ComplaintDraft draft(Map<String, String> with) {
        var fields = new HashMap<>(Map.of(
                "customerName", "Ann Example",
                "channel", "phone",
                "subject", "delivery",
                "narrative", "The parcel never came."));
        fields.putAll(with);
        return new ComplaintDraft(fields, "api", "message", CLOCK);
    }
}
