package io.amends.mediacrisis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.modeling.FormRefusal;
import io.amends.modeling.FormRefusal.Finding;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** M-1: all that is wrong with an event is named in one answer. */
class MediaEventRequestTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-04T10:00:00Z"), ZoneOffset.UTC);
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void what_is_not_said_is_in_doubt() {
        NewMediaEvent event = MediaEventRequest.read(body(), "media", CLOCK);
        assertThat(event.truth()).isEqualTo("unclear");
        assertThat(event.spread()).isEqualTo("few");
        assertThat(event.source()).isEqualTo("api");
        assertThat(event.exercise()).isFalse();
        assertThat(event.reportedBy()).isEqualTo("media");
    }

    @Test
    void everything_wrong_is_named_at_once() {
        ObjectNode body = body().put("reach", "galactic")
                .put("title", " ")
                .put("deadline", "soon")
                .put("safetyRisk", "yes")
                .put("claim", 7)
                .put("colour", "red");
        body.remove("tone");
        assertThat(refusal(body).findings())
                .extracting(Finding::field)
                .containsExactlyInAnyOrder("safetyRisk", "claim", "colour", "title", "reach", "tone", "deadline");
    }

    @ParameterizedTest
    @CsvSource({
        "kind, threat, 'register the complaint'",
        "source, tasklist, reserved",
        "source, 'no blanks', 'must be a name'",
        "deadline, 2036-01-01T00:00:00Z, 'within a year'",
        "title, 'two\nlines', 'one line'"
    })
    void says_what_would_do(String field, String value, String reason) {
        FormRefusal refusal = refusal(body().put(field, value));
        assertThat(refusal.field()).isEqualTo(field);
        assertThat(refusal.reason()).contains(reason);
    }

    @Test
    void a_field_that_no_table_can_keep_is_named() {
        assertThat(refusal(body().put("claim", "x".repeat(2_001))).field()).isEqualTo("claim");
        assertThat(refusal(body().put("outlet", "a\u0000b")).field()).isEqualTo("outlet");
    }

    @Test
    void a_deadline_in_the_past_is_taken() {
        NewMediaEvent event = MediaEventRequest.read(body().put("deadline", "2026-03-04T09:00:00+01:00"), null, CLOCK);
        assertThat(event.deadline()).isEqualTo(Instant.parse("2026-03-04T08:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "Toy with loose parts!, toy with loose parts",
        "'  TOY,  with: loose—parts ', toy with loose parts",
        "Ｔｏｙ, toy",
        "玩具 零件, 玩具 零件",
        "???, ???"
    })
    void the_same_words_are_the_same_matter_however_typed(String title, String matter) {
        assertThat(MatterWords.of(title)).isEqualTo(matter);
    }

    static ObjectNode body() {
        return JSON.createObjectNode()
                .put("title", "Toy with loose parts")
                .put("kind", "mention")
                .put("outlet", "Daily Post")
                .put("claim", "A part came loose.")
                .put("reach", "local")
                .put("tone", "critical");
    }

    private static FormRefusal refusal(ObjectNode body) {
        return catchThrowableOfType(FormRefusal.class, () -> MediaEventRequest.read(body, null, CLOCK));
    }
}
