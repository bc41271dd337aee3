package io.amends.modeling;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** The modeling module with nothing else of the house: who calls is named by a header. Without a stereotype, so that no scan finds it. */
@EnableAutoConfiguration
@Import({FormPlugin.class, ModelPlugin.class, ModelDeployment.class, FormsModelCheck.class, OtherPersonListener.class})
class ModelingTestApp {

    static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    static final Map<String, List<String>> PEOPLE = Map.of(
            "agent", List.of("service-agents"),
            "agent2", List.of("service-agents"),
            "lead", List.of("team-leads"),
            "director", List.of("directors"),
            "lawyer", List.of("legal"),
            "admin", List.of("camunda-admin"));

    @Bean
    Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    @Bean
    SecurityFilterChain everythingIsOpen(HttpSecurity http) throws Exception {
        return http.csrf(csrf -> csrf.disable())
                .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .build();
    }

    @Bean
    FilterRegistrationBean<Filter> signIn(ProcessEngine engine) {
        IdentityService identities = engine.getIdentityService();
        PEOPLE.forEach((user, groups) -> {
            identities.saveUser(identities.newUser(user));
            for (String group : groups) {
                if (identities.createGroupQuery().groupId(group).count() == 0) {
                    identities.saveGroup(identities.newGroup(group));
                }
                identities.createMembership(user, group);
            }
        });
        Filter filter = (request, response, chain) -> {
            String user = ((HttpServletRequest) request).getHeader("X-User");
            try {
                if (user != null) {
                    identities.setAuthentication(user, PEOPLE.get(user));
                }
                chain.doFilter(request, response);
            } finally {
                identities.clearAuthentication();
            }
        };
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns("/engine-rest/*");
        registration.setOrder(Ordered.LOWEST_PRECEDENCE);
        return registration;
    }

    @Bean
    AskForm askForm(ObjectProvider<RuntimeService> runtime) {
        return new AskForm(runtime);
    }

    /** Finds every step that is called forbidden. */
    @Bean
    ModelCheck nothingForbidden() {
        return models -> models.diagrams().entrySet().stream()
                .flatMap(diagram -> diagram.getValue().getModelElementsByType(UserTask.class).stream()
                        .filter(task -> "Forbidden".equals(task.getName()))
                        .map(task -> ModelFinding.of(
                                diagram.getKey(),
                                task,
                                "is forbidden beside " + models.keptDiagrams().keySet(),
                                "")))
                .toList();
    }

    @Bean
    TaskFacts factsOfTheCase() {
        return (caseNumber, variables) -> {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("facts", Map.of("caseNumber", caseNumber, "customerName", "O'Neill <b>"));
            facts.put("ambiguous", Boolean.TRUE.equals(variables.get("two")));
            facts.put(
                    "customerOptions",
                    List.of(Map.of("label", "One", "value", "1"), Map.of("label", "Two", "value", "2")));
            facts.put("rows", List.of(Map.of("what", "opened")));
            return facts;
        };
    }

    /** Takes the start form over, as an intake does. */
    static final class AskForm implements StartForm {

        final List<Map<String, Object>> taken = new ArrayList<>();
        private final ObjectProvider<RuntimeService> runtime;
        private int number;

        AskForm(ObjectProvider<RuntimeService> runtime) {
            this.runtime = runtime;
        }

        @Override
        public String processKey() {
            return "ask";
        }

        @Override
        public ProcessInstance submit(Map<String, Object> fields) {
            taken.add(fields);
            return "by key".equals(fields.get("subject"))
                    ? runtime.getObject()
                            .createProcessInstanceByKey("ask")
                            .businessKey("ASK-" + ++number)
                            .execute()
                    : runtime.getObject().startProcessInstanceByMessage("ask-received", "ASK-" + ++number, Map.of());
        }
    }
}
