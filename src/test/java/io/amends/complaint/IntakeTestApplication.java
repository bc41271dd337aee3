package io.amends.complaint;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.amends.casefile.CaseFiles;
import io.amends.clock.Budget;
import io.amends.clock.CaseClock;
import io.amends.clock.CaseClocks;
import io.amends.customer.AssumptionTable;
import io.amends.customer.HouseFigures;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.mockito.ArgumentMatchers;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Intake with the real engine and tables, and stand-ins for its neighbours. Not a component, so that tests of the whole
 * application do not find it.
 */
@EnableAutoConfiguration
@ComponentScan({"io.amends.customer", "io.amends.imports", "io.amends.web"})
@Import({
    IntakeConfiguration.class,
    ComplaintTable.class,
    JdbcComplaints.class,
    SameMatter.class,
    IntakeLocks.class,
    ComplaintStart.class,
    DefaultComplaintIntake.class,
    RegisterComplaintForm.class,
    ComplaintImport.class,
    ComplaintController.class,
    FormLimiter.class,
    PublicFormController.class
})
class IntakeTestApplication {

    @Bean
    MovableClock clock() {
        return new MovableClock();
    }

    @Bean
    CaseFiles cases(JdbcClient jdbc, MovableClock clock) {
        return new CasesInATable(jdbc, clock);
    }

    @Bean
    AssumptionTable assumptions() {
        return HouseFigures::chosen;
    }

    @Bean
    CustomerVoice voice() {
        return mock(CustomerVoice.class);
    }

    @Bean
    CaseClocks clocks() {
        var clocks = mock(CaseClocks.class);
        var start = Instant.parse("2026-03-31T10:00:00Z");
        when(clocks.of(ArgumentMatchers.anyString()))
                .thenAnswer(call -> List.of(new CaseClock(
                        call.getArgument(0),
                        "acknowledge",
                        1,
                        "complaint-1",
                        new Budget(1, Budget.Unit.HOURS),
                        start,
                        start.plusSeconds(3600),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null)));
        return clocks;
    }

    @Bean
    ApplicationRunner deployment(RepositoryService repository) {
        var byMessage = Bpmn.createExecutableProcess("complaint").camundaHistoryTimeToLiveString("P1D");
        byMessage.startEvent().message("complaint-received").userTask("work").endEvent();
        var process = byMessage.startEvent("typed").connectTo("work").done();
        return arguments -> repository
                .createDeployment()
                .addModelInstance("complaint.bpmn", process)
                .deploy();
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers("/complain", "/css/**", "/webjars/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .csrf(csrf -> csrf.ignoringRequestMatchers("/api/**"))
                .httpBasic(Customizer.withDefaults())
                .build();
    }

    @Bean
    UserDetailsService users() {
        return new InMemoryUserDetailsManager(
                User.withUsername("agent")
                        .password("{noop}agent")
                        .roles("service-agents")
                        .build(),
                User.withUsername("manager")
                        .password("{noop}manager")
                        .roles("service-managers")
                        .build(),
                User.withUsername("auditor")
                        .password("{noop}auditor")
                        .roles("auditors")
                        .build());
    }
}
