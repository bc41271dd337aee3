package io.amends.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DemoScriptTest {

    private final Set<String> users =
            DemoUsers.ALL.stream().map(DemoUsers.DemoUser::userId).collect(Collectors.toSet());

    @Test
    void every_step_says_what_happens_and_by_whom() throws Exception {
        List<DemoCase> cases = DemoScript.read();

        assertThat(cases).allSatisfy(demo -> {
            assertThat(demo.takenBy() == null || users.contains(demo.takenBy())).isTrue();
            assertThat(demo.narrative()).hasSizeGreaterThan(10);
            if (demo.steps() != null) {
                assertThat(demo.steps()).allSatisfy(step -> {
                    assertThat(Stream.of(step.task(), step.customer(), step.afterWaitingIn())
                                    .filter(Objects::nonNull))
                            .hasSize(1);
                    assertThat(step.task() == null || users.contains(step.as())).isTrue();
                });
            }
        });
    }

    @Test
    void a_no_in_a_form_stays_a_word() throws Exception {
        assertThat(DemoScript.read())
                .flatExtracting(demo -> demo.steps() == null ? List.of() : demo.steps())
                .map(DemoCase.Step::fields)
                .filteredOn(Objects::nonNull)
                .allSatisfy(fields -> assertThat(fields.values()).noneMatch(Boolean.class::isInstance));
    }
}
