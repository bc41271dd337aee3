package io.amends.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.amends.casefile.PlainTime;
import io.amends.modeling.FormRefusal.Finding;
import io.amends.modeling.ModelFinding;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.servlet.mvc.support.RedirectAttributesModelMap;

/** What is asked wrongly is named, and who only reads does not ask. */
class WhatIfPageTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

    private final Trials trials = mock(Trials.class);
    private final Clock clock = Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC);
    private final WhatIfController page = new WhatIfController(trials, mock(PlainTime.class), clock);
    private final ExtendedModelMap model = new ExtendedModelMap();
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final Authentication owner = new TestingAuthenticationToken("olive", "", "ROLE_process-owners");

    @ParameterizedTest
    @CsvSource({
        "table, '', is required",
        "from, 2026-12-24, is after the last day (2026-11-30)",
        "from, yesterday, is no day such as 2026-01-31",
        "from, 2026-02-30, is no day such as 2026-01-31",
        "to, 1066-10-14, lies outside the years 1970 to 2999",
        "cases, lost, 'is none of all, closed, open'"
    })
    void what_is_asked_wrongly_is_named(String field, String value, String reason) {
        Map<String, String> fields = new HashMap<>(Map.of("table", "complaint-severity"));
        fields.put(field, value);
        List<Finding> findings = new ArrayList<>();

        assertThat(Question.read(fields, TODAY, findings)).isNull();

        assertThat(findings).extracting(Finding::field, Finding::reason).contains(tuple(field, reason));
    }

    @Test
    void a_year_until_today_is_asked_where_nobody_says_otherwise() {
        Question question = Question.read(Map.of("table", "x"), TODAY, new ArrayList<>());

        assertThat(question).isNotNull();
        assertThat(question.from()).isEqualTo("2025-12-01");
        assertThat(question.to()).isEqualTo(TODAY);
    }

    @Test
    void a_file_that_the_guard_refuses_is_not_tried() throws Exception {
        when(trials.check(any(), any())).thenReturn(List.of(ModelFinding.of("x.dmn", "is no XML", "")));

        String view = ask(new MockMultipartFile("file", "x.dmn", null, new byte[] {1}), owner);

        assertThat(view).isEqualTo("whatif/ask");
        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(model.get("findings"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(1);
        verify(trials, never()).run(any(), any(), any());
    }

    @Test
    void a_diagram_or_no_file_at_all_is_named() throws Exception {
        ask(new MockMultipartFile("file", "C:\\x\\complaint.bpmn", null, new byte[] {1}), owner);

        assertThat(model.get("problems")).hasToString("{file=The file is no table: its name does not end in .dmn}");
        assertThat(ask(new MockMultipartFile("file", "", null, new byte[0]), owner))
                .isEqualTo("whatif/ask");
    }

    @Test
    void who_only_reads_does_not_ask() {
        for (String[] roles :
                new String[][] {{"ROLE_auditors"}, {"ROLE_service-managers"}, {"ROLE_process-owners", "ROLE_auditors"}
                }) {
            Authentication reader = new TestingAuthenticationToken("rita", "", roles);
            assertThatThrownBy(() -> ask(new MockMultipartFile("file", "x.dmn", null, new byte[] {1}), reader))
                    .isInstanceOf(AccessDeniedException.class);
            assertThat(page.form("", reader, new RedirectAttributesModelMap(), model))
                    .isEqualTo("redirect:/models");
        }
    }

    private String ask(MockMultipartFile file, Authentication who) throws Exception {
        return page.ask(file, Map.of("table", "complaint-severity"), who, new MockHttpSession(), response, model);
    }
}
