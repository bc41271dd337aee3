package io.amends.callout;

import io.amends.casefile.PlainTime;
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
 * Call-outs with the real engine, clock, letters and people, and all diagrams; the crisis that calls out is stood in for. Not a
 * component, so that tests of the whole application do not find it.
 */
@EnableAutoConfiguration
@ComponentScan(
        basePackages = {
            "io.amends.callout",
            "io.amends.clock",
            "io.amends.letter",
            "io.amends.modeling",
            "io.amends.staff",
            "io.amends.tone",
            "io.amends.web"
        },
        excludeFilters =
                @Filter(
                        type = FilterType.REGEX,
                        pattern = "io\\.amends\\.(callout\\..*Controller|modeling\\.guard\\..*)"))
@Import({CallRoom.class, PlainTime.class})
class CallOutTestApp {

    /** Jobs and letters wait until the test says so. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @SpringBootTest(
            classes = CallOutTestApp.class,
            properties = {"amends.letter.poll=1h", "camunda.bpm.process-engine-name=callouts"})
    @ActiveProfiles("test")
    @interface CallOutTest {}

    /** Letters go to the person who is called. */
    @Bean
    LetterFacts whoeverIsCalled(People people) {
        return new LetterFacts() {
            @Override
            public boolean knows(String caseNumber) {
                return true;
            }

            @Override
            public List<Addressee> addressees(
                    String caseNumber, String letter, String to, Map<String, Object> variables) {
                return people.person(to.replace("person:", "")).stream()
                        .map(one -> new Addressee(one.name(), one.mail(), "en", Map.of(), Map.of()))
                        .toList();
            }
        };
    }
}
