package io.amends.escalation;

import io.amends.clock.ClockTitles;
import io.amends.letter.Addressee;
import io.amends.letter.LetterFacts;
import io.amends.staff.People;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * Escalations with the real engine, clocks, letters and people, and all diagrams; the processes whose clocks are late are
 * stood in for. Not a component, so that tests of the whole application do not find it.
 */
@EnableAutoConfiguration
@ComponentScan(
        basePackages = {
            "io.amends.escalation",
            "io.amends.clock",
            "io.amends.letter",
            "io.amends.modeling",
            "io.amends.staff",
            "io.amends.tone",
            "io.amends.web"
        },
        excludeFilters = @Filter(type = FilterType.REGEX, pattern = "io\\.amends\\.modeling\\.guard\\..*"))
@Import(HelpDesk.class)
class EscalationTestApp {

    /** Jobs and letters wait until the test says so. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @SpringBootTest(classes = EscalationTestApp.class, properties = "amends.letter.poll=1h")
    @ActiveProfiles("test")
    @interface EscalationTest {}

    @Bean
    ClockTitles clocksByTheirNames() {
        return (caseNumber, clock) -> PlainWords.label(clock);
    }

    /** Letters go to each of the group that is called. */
    @Bean
    LetterFacts everybodyOfTheGroup(People people) {
        return new LetterFacts() {
            @Override
            public boolean knows(String caseNumber) {
                return true;
            }

            @Override
            public List<Addressee> addressees(
                    String caseNumber, String letter, String to, Map<String, Object> variables) {
                return people.members(to).stream()
                        .map(one -> new Addressee(one.name(), one.mail(), "en", Map.of(), Map.of()))
                        .toList();
            }
        };
    }
}
