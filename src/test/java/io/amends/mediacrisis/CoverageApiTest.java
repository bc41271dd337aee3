package io.amends.mediacrisis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** What monitoring tools tell of a crisis (M-12). */
@SpringBootTest(
        classes = AnswerTestApp.class,
        properties = {"amends.letter.poll=1h", "amends.clock.movable=true"})
@AutoConfigureMockMvc
@ActiveProfiles("test")
class CoverageApiTest {

    private static final String GOOD = """
            {"source": "watcher", "externalId": "%s", "outlet": "daily echo", "title": "Kettles", "link": "https://echo.example/1",
             "tone": "hostile", "enquiries": 2, "carriesMessage": true, "publishedAt": "2026-01-02T10:00:00Z"}""";

    @Autowired
    MockMvc api;

    @Autowired
    AnswerDesk desk;

    @Autowired
    CoverageTable coverage;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void opens() {
        desk.opens();
    }

    @Test
    void a_report_is_recorded_once_however_often_it_is_told() throws Exception {
        String number = desk.crisis(2, false);
        tells("admin", number, GOOD.formatted(number))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.outlet").value("Daily Echo"));
        tells("media", number, GOOD.formatted(number))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.known").value(true));
        assertThat(coverage.notCounted(number)).hasSize(1).allSatisfy(told -> {
            assertThat(told.negative()).isTrue();
            assertThat(told.enquiries()).isEqualTo(2);
            assertThat(told.recordedBy()).isEqualTo("admin");
        });
        String other = desk.crisis(2, false);
        tells("media", other, GOOD.formatted(number))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("externalId"));
    }

    @Test
    void an_outlet_that_the_register_does_not_know_is_refused_by_name() throws Exception {
        String number = desk.crisis(2, false);
        tells("media", number, "{\"outlet\": \"Small Blog\", \"title\": \"Kettles\", \"tone\": \"neutral\"}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("outlet"))
                .andExpect(jsonPath("$.reason").value(org.hamcrest.Matchers.containsString("'Small Blog' is not in")));
        assertThat(coverage.notCounted(number)).isEmpty();
    }

    @Test
    void all_that_is_wrong_is_named_at_once() throws Exception {
        String number = desk.crisis(2, false);
        tells("media", number, """
                        {"source": "case-page", "title": "", "link": "javascript:alert(1)", "tone": "angry", "enquiries": "two",
                         "publishedAt": "2999-01-01T00:00:00Z", "mood": "bad"}""")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[*].field")
                        .value(org.hamcrest.Matchers.containsInAnyOrder(
                                "source", "outlet", "title", "link", "tone", "enquiries", "publishedAt", "mood")));
        assertThat(coverage.notCounted(number)).isEmpty();
    }

    @Test
    void only_an_open_media_crisis_takes_reports() throws Exception {
        tells("media", "CMP-2026-000001", GOOD.formatted("none"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.field").value("caseNumber"));
        String number = desk.crisis(2, false);
        jdbc.sql("update media_crisis set closed_at = opened_at where case_number = ?")
                .param(number)
                .update();
        tells("media", number, GOOD.formatted("closed"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.reason").value("is closed"));
    }

    @Test
    void who_does_not_answer_the_media_records_nothing() throws Exception {
        String number = desk.crisis(2, false);
        tells("legal", number, GOOD.formatted("legal")).andExpect(status().isForbidden());
    }

    private ResultActions tells(String user, String number, String body) throws Exception {
        return api.perform(post("/api/cases/{number}/coverage", number)
                .with(httpBasic(user, "a rather long secret"))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }
}
