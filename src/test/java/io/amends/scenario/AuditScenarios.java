package io.amends.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.amends.audit.XesSchema;
import io.amends.staff.StaffAccounts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Auditors find cases, take them away as files, change nothing, and leave a trace of what they opened. */
@Scenario
class AuditScenarios {

    private static final Set<String> FOR_CUSTOMERS_AND_TRAINERS = Set.of("/complain", "/r/", "/demo/");

    @Autowired
    ServiceDesk desk;

    @Autowired
    StaffAccounts accounts;

    @Autowired
    MockMvc browser;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping addresses;

    @BeforeEach
    void staff() {
        Staff.signUp(accounts);
    }

    @Test
    void a_case_is_found_by_what_happened_on_it() throws Exception {
        String found =
                desk.complains(desk.complaint(desk.somebody()).harm("injury").build());
        String other = desk.complains(desk.complaint(desk.somebody()).build());
        String severity = "complaint-severity=" + desk.file(found).severity();
        desk.contacts("agent", found);
        desk.passes(Duration.ofDays(40));

        assertThat(desk.file(found).severity()).isNotEqualTo(desk.file(other).severity());
        opens("/audit?decision=" + severity + "&owner=agent&process=complaint")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("/audit/cases/" + found)))
                .andExpect(content().string(not(containsString("/audit/cases/" + other))));
        opens("/audit?group=service-agents&number=" + found)
                .andExpect(content().string(allOf(containsString("one case"), containsString(found))));
        opens("/audit?letter=sent&number=" + found).andExpect(content().string(containsString("one case")));
        String late = jdbc.sql("select mark from case_mark where case_number = ? and kind = 'clock' limit 1")
                .param(found)
                .query(String.class)
                .single();
        opens("/audit?number=" + found + "&clock=" + late.substring("clock:".length()))
                .andExpect(content().string(containsString("one case")));
    }

    @Test
    void the_search_is_ready_for_the_keyboard_and_says_what_cannot_be() throws Exception {
        opens("/audit").andExpect(content().string(containsString("autofocus")));
        opens("/audit?from=2026-03-02&to=2026-03-01")
                .andExpect(status().isBadRequest())
                .andExpect(content()
                        .string(allOf(containsString("id=\"from-problem\""), containsString("is after the last day"))));
        opens("/audit?owner=ghost")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("and never owned a case")));
        opens("/audit/cases.csv?number=42&from=soon")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors.length()").value(2));
    }

    @Test
    void a_selection_is_taken_away_as_csv_and_as_an_event_log() throws Exception {
        String number = desk.complains(desk.somebody());
        desk.contacts("agent", number);
        jdbc.sql("update case_file set subject = '=cmd' where case_number = ?")
                .param(number)
                .update();

        assertThat(body("/audit/cases.csv?export=e1&number=" + number))
                .startsWith("case,process,customer,subject,state,")
                .contains("\r\n" + number + ",complaint,")
                .contains(",'=cmd,open,")
                .contains("service-agents")
                .contains("Complaint severity: ")
                .doesNotContain("business");
        opens("/audit/exports/e1")
                .andExpect(jsonPath("$.written").value(1))
                .andExpect(jsonPath("$.of").value(1))
                .andExpect(jsonPath("$.state").value("done"));

        String xes = body("/api/audit/cases.xes?number=" + number);
        XesSchema.check(xes);
        assertThat(xes)
                .contains("key=\"concept:name\" value=\"" + number + "\"")
                .contains("key=\"concept:name\" value=\"Contact the customer\"")
                .contains("key=\"lifecycle:transition\" value=\"assign\"")
                .contains("key=\"org:resource\" value=\"agent\"")
                .contains("key=\"org:group\" value=\"service-agents\"");
        assertThat(xes.split("<trace>", -1)).hasSize(2);
        // each step that was completed had been started
        assertThat(count(xes, "\"lifecycle:transition\" value=\"complete\"") - 1)
                .isPositive()
                .isLessThanOrEqualTo(count(xes, "\"lifecycle:transition\" value=\"start\""));
    }

    @Test
    void what_an_auditor_opens_is_on_record() throws Exception {
        String number = desk.complains(desk.somebody());
        browser.perform(get("/cases/" + number).with(as("agent", "service-agents")))
                .andExpect(status().isOk());
        opens("/audit/readings?number=" + number).andExpect(content().string(containsString("/audit/readings</code>")));
        int before = readings(number);
        opens("/cases/" + number).andExpect(status().isOk());
        assertThat(readings(number)).isEqualTo(before + 1);
        opens("/cases?text=smith");
        opens("/audit/readings?kind=search&who=auditor").andExpect(content().string(containsString("text=smith")));
        assertThat(body("/audit/readings.csv?kind=search&text=smith"))
                .startsWith("at,who,kind,case,address,asked\r\n")
                .containsPattern("\\d\\dZ,auditor,search,,/cases,text=smith\r\n");
        opens("/audit/readings?after=xx&before=1")
                .andExpect(status().isBadRequest())
                .andExpect(content()
                        .string(allOf(
                                containsString("is no place in this list"),
                                containsString("is no field of this search"))));
        opens("/audit/readings?kind=dream&from=x")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("id=\"from-problem\"")));
    }

    @Test
    void no_writing_address_of_the_application_is_open_to_an_auditor() throws Exception {
        desk.complains(desk.somebody());
        Map<String, Long> before = rows();
        int refusedBefore = refused();
        int tried = 0;
        for (var mapping : addresses.getHandlerMethods().keySet()) {
            for (RequestMethod method : mapping.getMethodsCondition().getMethods()) {
                for (String pattern : mapping.getPatternValues()) {
                    if (method == RequestMethod.GET
                            || FOR_CUSTOMERS_AND_TRAINERS.stream().anyMatch(pattern::startsWith)) {
                        continue;
                    }
                    String address = pattern.replaceAll("\\{[^}]+}", "1");
                    int answer = browser.perform(request(HttpMethod.valueOf(method.name()), address)
                                    .with(auditor())
                                    .with(csrf()))
                            .andReturn()
                            .getResponse()
                            .getStatus();
                    assertThat(answer).as(method + " " + address).isEqualTo(403);
                    tried++;
                }
            }
        }
        assertThat(tried).isGreaterThan(15);
        assertThat(rows()).isEqualTo(before);
        assertThat(refused()).as("each try left a line").isEqualTo(refusedBefore + tried);
    }

    @ParameterizedTest
    @CsvSource({"manager,service-managers", "director,directors", "agent,service-agents", "owner,process-owners"})
    void the_desk_is_for_auditors_only(String name, String group) throws Exception {
        for (String address :
                List.of("/audit", "/audit/readings", "/audit/cases.csv", "/audit/cases.xes", "/api/audit/cases.csv")) {
            browser.perform(get(address).with(as(name, group))).andExpect(status().isForbidden());
        }
    }

    private Map<String, Long> rows() {
        Map<String, Long> rows = new TreeMap<>();
        for (String table : jdbc.sql("select table_name from information_schema.tables"
                        + " where table_schema = current_schema and table_type = 'BASE TABLE'")
                .query(String.class)
                .list()) {
            if (!table.equalsIgnoreCase("reading")) {
                rows.put(
                        table,
                        jdbc.sql("select count(*) from \"" + table + "\"")
                                .query(Long.class)
                                .single());
            }
        }
        return rows;
    }

    private int refused() {
        return jdbc.sql("select count(*) from reading where kind = 'refused'")
                .query(Integer.class)
                .single();
    }

    private int readings(String number) {
        return jdbc.sql("select count(*) from reading where case_number = ?")
                .param(number)
                .query(Integer.class)
                .single();
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    private String body(String address) throws Exception {
        return opens(address)
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("attachment")))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private ResultActions opens(String address) throws Exception {
        return browser.perform(get(address).with(auditor()));
    }

    private static RequestPostProcessor auditor() {
        return as("auditor", "auditors");
    }

    private static RequestPostProcessor as(String name, String group) {
        return user(name).authorities(new SimpleGrantedAuthority("ROLE_" + group));
    }
}
