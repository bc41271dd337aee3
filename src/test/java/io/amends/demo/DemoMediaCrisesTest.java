package io.amends.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.demo.DemoMedia.DemoOutlet;
import io.amends.demo.DemoMedia.DemoPerson;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoMediaCrisesTest {

    private static final int LONGEST_MARK = 40;

    private final Set<String> users =
            DemoUsers.ALL.stream().map(DemoUsers.DemoUser::userId).collect(Collectors.toSet());

    @Test
    void every_event_is_of_an_outlet_of_the_register_and_of_somebody_who_works_there() throws Exception {
        List<DemoOutlet> outlets = DemoScript.media().outlets();

        assertThat(DemoScript.mediaCrises()).allSatisfy(demo -> {
            DemoOutlet outlet = outlets.stream()
                    .filter(one -> one.name().equals(demo.event().get("outlet")))
                    .findFirst()
                    .orElseThrow();
            assertThat(outlet.people())
                    .extracting(DemoPerson::name)
                    .contains(String.valueOf(demo.event().get("journalist")));
        });
    }

    @Test
    void each_is_a_matter_of_its_own_and_one_is_an_exercise() throws Exception {
        List<DemoMediaCrisis> crises = DemoScript.mediaCrises();

        assertThat(crises).extracting(DemoMediaCrisis::name).doesNotHaveDuplicates();
        assertThat(crises)
                .allSatisfy(demo -> assertThat("media-crisis-" + demo.name()).hasSizeLessThanOrEqualTo(LONGEST_MARK));
        assertThat(crises).extracting(demo -> demo.event().get("title")).doesNotHaveDuplicates();
        assertThat(crises)
                .filteredOn(demo -> Boolean.TRUE.equals(demo.event().get("exercise")))
                .hasSize(1);
    }

    @Test
    void every_step_is_taken_by_somebody_of_the_demo_or_is_a_round_that_ends() throws Exception {
        assertThat(DemoScript.mediaCrises())
                .flatExtracting(DemoMediaCrisis::steps)
                .allSatisfy(step -> assertThat(
                                step.task() == null
                                        ? "watching".equals(step.afterWaitingIn())
                                        : users.contains(step.as()))
                        .isTrue());
    }

    @Test
    void a_yes_or_a_no_stays_a_word_where_it_is_not_a_box_to_tick() throws Exception {
        assertThat(DemoScript.mediaCrises())
                .flatExtracting(DemoMediaCrisis::steps)
                .filteredOn(step -> step.fields() != null)
                .allSatisfy(step -> assertThat(step.fields().entrySet())
                        .filteredOn(field -> field.getValue() instanceof Boolean)
                        .allMatch(field -> field.getKey().startsWith("never")
                                || field.getKey().equals("seenBefore")));
    }
}
