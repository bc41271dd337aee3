package io.amends.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.amends.staff.ChangeRefused;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/** What auditors open is on record before they see it. */
class ReadingFilterTest {

    private static final String TASK = "0a1b2c3d-1111-2222-3333-444455556666";

    private final ReadingLog log = mock();
    private final ReadingFilter filter = new ReadingFilter(log);
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final MockFilterChain chain = new MockFilterChain();

    @AfterEach
    void nobodyIsSignedIn() {
        SecurityContextHolder.clearContext();
    }

    @ParameterizedTest
    @CsvSource({
        "/cases/CMP-2026-000042, CASE, CMP-2026-000042",
        "/cases, SEARCH,",
        "/audit, SEARCH,",
        "/audit/cases/LCR-2026-000001, CASE, LCR-2026-000001",
        "/audit/cases.csv, EXPORT,",
        "/api/audit/cases.xes, EXPORT,",
        "/audit/readings.csv, EXPORT,",
        "/audit/seals, RECORD,",
        "/api/cases/MCR-2026-000003/letters, CASE, MCR-2026-000003",
        "/letters/closing, LETTER,",
        "/inbox/MAIL-2026-000012, MAIL,",
        "/customers/C-000123, CUSTOMER,",
        "/figures/reasons.csv, FIGURES,",
        "/erasures, ERASURE,",
        "/camunda/app/cockpit/default/, ENGINE,",
        "/engine-rest/history/task, ENGINE,",
        "/api/no-such-thing, OTHER,"
    })
    void an_auditors_reading_is_written_down(String path, ReadingKind kind, String caseNumber) throws Exception {
        signedIn("auditors");
        when(log.caseIn(path, "")).thenReturn(Optional.ofNullable(caseNumber));
        filter.doFilter(get(path), response, chain);
        verify(log).add("kim", kind, caseNumber, path, null);
        assertThat(chain.getRequest()).isNotNull();
    }

    @Test
    void the_terms_of_a_search_are_kept_and_no_token() throws Exception {
        signedIn("auditors");
        MockHttpServletRequest request = get("/audit");
        request.addParameter("text", "smith");
        request.addParameter("state", "");
        request.addParameter("_csrf", "secret");
        filter.doFilter(request, response, chain);
        verify(log).add("kim", ReadingKind.SEARCH, null, "/audit", "text=smith");
    }

    @Test
    void a_query_of_the_engine_is_kept_and_still_asked() throws Exception {
        signedIn("auditors");
        when(log.caseIn("/engine-rest/history/task", "{\"taskId\": \"%s\"}".formatted(TASK)))
                .thenReturn(Optional.of("CMP-2026-000042"));
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/engine-rest/history/task");
        request.setServletPath("/engine-rest/history/task");
        request.setContentType("application/json");
        request.setContent("{\"taskId\": \"%s\"}".formatted(TASK).getBytes(StandardCharsets.UTF_8));
        filter.doFilter(request, response, chain);
        verify(log)
                .add(
                        "kim",
                        ReadingKind.ENGINE,
                        "CMP-2026-000042",
                        "/engine-rest/history/task",
                        "{\"taskId\": \"%s\"}".formatted(TASK));
        assertThat(chain.getRequest().getReader().readLine()).contains(TASK);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POST | /engine-rest/user/kim/credentials | {"password": "hunter2", "authenticatedUserPassword": "hunter2"} | (not kept)
            POST | /engine-rest/identity/verify | {"username": "kim", "password": "hunter2"} | (not kept)
            POST | /engine-rest/user/create | {"profile": {"id": "x"}, "credentials": {"password": "hunter2"}} | (not kept)
            POST | /engine-rest/task | {"a": {"myPassword": {"value": "hunter2"}}, "b": 1} | {"a":{"myPassword":"(not kept)"},"b":1}
            POST | /engine-rest/task | {"variables": [{"name": "password", "value": "hunter2"}]} | {"variables":[{"name":"password","value":"(not kept)"}]}
            POST | /engine-rest/task | {"x": "{\\"api-key\\": \\"hunter2\\"}"} | {"x":"{\\"api-key\\":\\"(not kept)\\"}"}
            POST | /engine-rest/task | {"pass\\u0077ord": "hunter2"} | {"password":"(not kept)"}
            POST | /engine-rest/task | {"password": "hunter2", "password": 1} | (not kept)
            POST | /engine-rest/task | {"password": "hunter2" | (not kept)
            POST | /engine-rest/task | {"nameLike": "%password%"} | {"nameLike": "%password%"}
            """)
    void no_password_is_kept_of_what_was_sent(String method, String path, String body, String kept) throws Exception {
        signedIn("auditors");
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.setServletPath(path);
        request.setContentType("application/json");
        request.setContent(body.getBytes(StandardCharsets.UTF_8));
        filter.doFilter(request, response, chain);
        verify(log).add("kim", ReadingKind.ENGINE, null, path, kept);
        assertThat(chain.getRequest().getReader().readLine()).isEqualTo(body);
    }

    @Test
    void nor_any_of_what_stands_in_the_address() throws Exception {
        signedIn("auditors");
        MockHttpServletRequest request = get("/engine-rest/task");
        request.addParameter("authenticatedUserPassword", "hunter2");
        request.addParameter("processVariables", "password_eq_hunter2,severity_eq_S1");
        request.addParameter("text", "password");
        request.addParameter("{\"password\":\"hunter2", "hunter2\"}");
        filter.doFilter(request, response, chain);
        verify(log)
                .add(
                        "kim",
                        ReadingKind.ENGINE,
                        null,
                        "/engine-rest/task",
                        "authenticatedUserPassword=(not kept), processVariables=password_eq_(not kept),severity_eq_S1,"
                                + " text=password, (not kept)");
    }

    @Test
    void without_a_row_there_is_no_page() throws Exception {
        signedIn("auditors");
        doThrow(new DataAccessResourceFailureException("away")).when(log).add(any(), any(), any(), any(), any());
        filter.doFilter(get("/cases/CMP-2026-000042"), response, chain);
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(chain.getRequest()).isNull();
    }

    @Test
    void an_attempt_to_change_something_is_on_record() {
        when(log.caseIn("/cases/CMP-2026-000042/report")).thenReturn(Optional.of("CMP-2026-000042"));
        RefusedAttempts attempts = new RefusedAttempts(log);
        attempts.refused(new ChangeRefused("kim", Set.of("ROLE_auditors"), "POST", "/cases/CMP-2026-000042/report"));
        verify(log)
                .add("kim", ReadingKind.REFUSED, "CMP-2026-000042", "/cases/CMP-2026-000042/report", "POST, refused");
    }

    @Test
    void nobody_elses_attempt_is() {
        new RefusedAttempts(log).refused(new ChangeRefused("kim", Set.of("ROLE_legal"), "POST", "/cases"));
        verifyNoInteractions(log);
    }

    @Test
    void nobody_elses_reading_is_written_down() throws Exception {
        signedIn("service-agents");
        filter.doFilter(get("/cases/CMP-2026-000042"), response, chain);
        verifyNoInteractions(log);
        assertThat(chain.getRequest()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/css/amends.css",
                "/webjars/chart.js/dist/chart.umd.min.js",
                "/camunda/app/cockpit/scripts/camunda-cockpit-ui.js",
                "/camunda/lib/deps.js",
                "/audit/exports/0a1b"
            })
    void what_shows_nothing_is_not_written_down(String path) throws Exception {
        signedIn("auditors");
        filter.doFilter(get(path), response, chain);
        verifyNoInteractions(log);
        assertThat(chain.getRequest()).isNotNull();
    }

    private static MockHttpServletRequest get(String path) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setServletPath(path);
        return request;
    }

    private static void signedIn(String group) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        "kim", null, AuthorityUtils.createAuthorityList("ROLE_" + group)));
    }
}
