package io.amends.letter;

import io.amends.tone.Tone;
import io.amends.tone.ToneLists;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration;
import org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration;
import org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappAutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.test.context.TestPropertySource;

/** The letter module without the engine: its tests do not need one. */
@EnableAutoConfiguration(
        exclude = {
            CamundaBpmAutoConfiguration.class,
            CamundaBpmRestJerseyAutoConfiguration.class,
            CamundaBpmWebappAutoConfiguration.class
        })
@ComponentScan("io.amends.letter")
public class LetterTestApp {

    /** A context with the tables of this module only, without polling: tests say when letters leave. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @SpringBootTest
    @TestPropertySource(
            properties = {
                "spring.datasource.url=jdbc:h2:mem:${random.uuid};DB_CLOSE_DELAY=-1",
                "spring.flyway.enabled=false",
                "spring.sql.init.mode=always",
                "spring.sql.init.schema-locations=classpath:db/migration/V3*.sql",
                "spring.mail.host=127.0.0.1",
                "amends.letter.secret=a secret that is long enough for a test",
                "amends.letter.secret-file=",
                "amends.letter.poll=1h",
                "amends.letter.public-url=https://amends.example"
            })
    public @interface LetterTest {}

    /** The module of staff opens these pages to everybody; here it is not there. */
    @Bean
    SecurityFilterChain everybody(HttpSecurity http) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable).build();
    }

    @Bean
    Tone tone() {
        return ToneLists.ofTheHouse();
    }

    @Bean
    MovedClock clock() {
        return new MovedClock();
    }
}
