package io.amends.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.amends.customer.CustomerValues;
import io.amends.testing.Tables;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who did what to a step, and what a case cost, as an engine's own history and the tables of the house tell it. */
class XesEventsTest {

    private static final String COMPLAINT = "CMP-2026-000042";

    private final CustomerValues values = mock();
    private ProcessEngine engine;
    private JdbcClient jdbc;
    private XesEvents events;

    @BeforeEach
    void open() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:xesevents;DB_CLOSE_DELAY=-1");
        Tables.anew(database);
        engine = new StandaloneInMemProcessEngineConfiguration()
                .setProcessEngineName("xesevents")
                .setDataSource(database)
                .setHistory("full")
                .setJobExecutorActivate(false)
                .buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance("complaint.bpmn", complaint())
                .addModelInstance("remedy.bpmn", remedy())
                .deploy();
        jdbc = JdbcClient.create(database);
        when(values.currency()).thenReturn("GBP");
        events = new XesEvents(jdbc, values);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void each_event_says_who_did_it_and_whose_task_it_was() {
        begins();
        String look = task();
        engine.getTaskService().claim(look, "agent");
        engine.getTaskService().setAssignee(look, "lead");
        engine.getTaskService().complete(look);
        engine.getTaskService().complete(task());

        assertThat(told())
                .containsExactly(
                        "StartEvent_Came start agent",
                        "StartEvent_Came complete agent",
                        "Task_Look start nobody of service-agents",
                        "Task_Look assign agent of service-agents",
                        "Task_Look reassign lead of service-agents",
                        "Task_Look complete lead of service-agents",
                        "StartEvent_Remedy start system",
                        "StartEvent_Remedy complete system",
                        "Task_Approve start nobody of service-managers",
                        "Task_Approve complete nobody of service-managers",
                        "EndEvent_Remedy start system",
                        "EndEvent_Remedy complete system",
                        "EndEvent_Done start system",
                        "EndEvent_Done complete system");
        assertThat(trace(COMPLAINT).events())
                .filteredOn(event -> event.step().equals("Task_Approve"))
                .allSatisfy(event -> assertThat(event)
                        .returns("remedy", XesTrace.Event::process)
                        .returns(1, XesTrace.Event::version)
                        .returns("Approve the remedy", XesTrace.Event::name));
    }

    @Test
    void a_task_that_was_taken_back_was_so_by_the_house() {
        String instance = begins();
        engine.getTaskService().claim(task(), "agent");
        engine.getRuntimeService().deleteProcessInstance(instance, "withdrawn");

        assertThat(told())
                .endsWith("Task_Look assign agent of service-agents", "Task_Look ate_abort system of service-agents");
    }

    @Test
    void a_complaint_cost_what_was_agreed_on_and_not_what_was_refused() {
        settles("refused", 99L);
        settles("accepted", 25L);
        settles("accepted", 12.5);
        settles("accepted", null);

        XesTrace trace = trace(COMPLAINT);
        assertThat(trace.costs()).isEqualTo(Map.of("remedy", new BigDecimal("37.50")));
        assertThat(trace.currency()).isEqualTo("GBP");
        assertThat(trace("CMP-2026-000043").costs()).isEmpty();
    }

    @Test
    void a_remedy_that_is_still_talked_about_costs_nothing_yet() {
        begins();
        engine.getTaskService().complete(task());
        engine.getTaskService().setVariables(task(), Map.of("amount", 25L, "decision", "accepted"));

        assertThat(trace(COMPLAINT).costs()).isEmpty();
    }

    @Test
    void a_lost_customer_cost_the_offer_they_took_until_all_is_worked_out() {
        recovery("LCR-2026-000001", "accepted", "30", null);
        recovery("LCR-2026-000002", "refused", "30", null);
        recovery("LCR-2026-000003", "accepted", "30", "12.50");

        assertThat(trace("LCR-2026-000001").costs()).isEqualTo(Map.of("offer", new BigDecimal("30.00")));
        assertThat(trace("LCR-2026-000002").costs()).isEmpty();
        assertThat(trace("LCR-2026-000003").costs())
                .containsEntry("people", new BigDecimal("12.50"))
                .containsEntry("losses", BigDecimal.ZERO)
                .containsOnlyKeys("people", "offer", "letters", "losses");
    }

    private String begins() {
        engine.getIdentityService().setAuthenticatedUserId("agent");
        try {
            return engine.getRuntimeService()
                    .startProcessInstanceByKey("complaint", COMPLAINT)
                    .getId();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private void settles(String decision, @Nullable Number amount) {
        engine.getRuntimeService().startProcessInstanceByKey("remedy", COMPLAINT);
        Map<String, Object> answer =
                amount == null ? Map.of("decision", decision) : Map.of("decision", decision, "amount", amount);
        engine.getTaskService().complete(task(), answer);
    }

    private void recovery(String number, String answer, String offer, @Nullable String people) {
        jdbc.sql(
                        "insert into lost_customer (case_number, customer_number, signal, reference, opened_at, value_tier, yearly_value,"
                                + " lifetime_value, second_lifetime_value, assumptions_version, offer_amount, offer_answer, cost_people)"
                                + " values (?, 'C-000007', 'silence', ?, ?, 'A', 1, 1, 1, 1, ?, ?, ?)")
                .params(
                        number,
                        number,
                        Cases.at(0),
                        new BigDecimal(offer),
                        answer,
                        people == null ? null : new BigDecimal(people))
                .update();
    }

    private String task() {
        return engine.getTaskService().createTaskQuery().singleResult().getId();
    }

    private XesTrace trace(String number) {
        CaseRow row =
                new CaseRow(number, "complaint", null, null, "delivery", "open", null, null, null, Cases.MORNING, null);
        return events.of(List.of(row)).get(0);
    }

    private List<String> told() {
        return trace(COMPLAINT).events().stream()
                .map(event -> event.step() + " " + event.transition().code() + " " + event.resource()
                        + (event.group() == null ? "" : " of " + Objects.requireNonNull(event.group())))
                .toList();
    }

    private static BpmnModelInstance complaint() {
        return Bpmn.createExecutableProcess("complaint")
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent("StartEvent_Came")
                .userTask("Task_Look")
                .camundaCandidateGroups("service-agents")
                .callActivity("Call_Remedy")
                .calledElement("remedy")
                .camundaInBusinessKey("#{execution.processBusinessKey}")
                .endEvent("EndEvent_Done")
                .done();
    }

    private static BpmnModelInstance remedy() {
        return Bpmn.createExecutableProcess("remedy")
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent("StartEvent_Remedy")
                .userTask("Task_Approve")
                .name("Approve the remedy")
                .camundaCandidateGroups("service-managers")
                .endEvent("EndEvent_Remedy")
                .done();
    }
}
