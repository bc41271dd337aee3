package io.amends.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@ExtendWith(OutputCaptureExtension.class)
class ProdRequirementsTest {

    private static final Map<String, String> GOOD = Map.ofEntries(
            Map.entry("AMENDS_DB_URL", "jdbc:postgresql://db.example.com/amends"),
            Map.entry("AMENDS_DB_USER", "amends"),
            Map.entry("AMENDS_DB_PASSWORD", "db-password"),
            Map.entry("AMENDS_SMTP_HOST", "smtp.example.com"),
            Map.entry("AMENDS_RETENTION_ARCHIVE", "/var/lib/amends/removed-cases"),
            Map.entry("AMENDS_MAIL_FROM", "service@example.com"),
            Map.entry("AMENDS_PUBLIC_URL", "https://service.example.com"),
            Map.entry("AMENDS_SECRET", "0123456789abcdef0123456789abcdef"),
            Map.entry("AMENDS_ADMIN_USER", "root1"),
            Map.entry("AMENDS_ADMIN_PASSWORD", "a-long-password"),
            Map.entry("AMENDS_ADMIN_MAIL", "root@example.com"),
            Map.entry("AMENDS_SEAL_ADDRESS", "seals@example.org"));

    @Test
    void everything_that_is_missing_is_listed_at_once(CapturedOutput output) {
        assertThatThrownBy(() -> start("prod", Map.of())).isInstanceOf(ProdRequirementsMissing.class);

        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains(GOOD.keySet().stream()
                        .map(variable -> "- " + variable + " is missing: ")
                        .toList())
                .contains("docs/operators.md")
                .doesNotContain("AMENDS_SMTP_PORT is missing")
                .doesNotContain("at io.amends");
    }

    @ParameterizedTest
    @CsvSource({
        "AMENDS_DB_URL, jdbc:h2:mem:x, must begin with jdbc:postgresql:",
        "AMENDS_DB_PASSWORD, ' ', is missing",
        "AMENDS_SMTP_PORT, 99999, must be a port number",
        "AMENDS_SMTP_PORT, smtp, must be a port number",
        "AMENDS_MAIL_FROM, nobody, must be one mail address",
        "AMENDS_PUBLIC_URL, http://service.example.com, must be an https address",
        "AMENDS_PUBLIC_URL, https://, is not an address",
        "AMENDS_PUBLIC_URL, https://user@service.example.com, must be an https address",
        "AMENDS_SECRET, short-secret, must have at least 32 characters",
        "AMENDS_ADMIN_USER, the admin, must consist of letters and digits",
        "AMENDS_ADMIN_PASSWORD, short, must have at least 12 characters",
        "AMENDS_ADMIN_MAIL, root@localhost, must be one mail address",
        "AMENDS_SMTP_USER, amends, AMENDS_SMTP_USER and AMENDS_SMTP_PASSWORD go together",
        "AMENDS_IMAP_HOST, imap.example.com, AMENDS_IMAP_USER and AMENDS_IMAP_PASSWORD are needed",
    })
    void what_is_wrong_is_named_and_never_repeated(String variable, String value, String problem) {
        Map<String, String> environment = new LinkedHashMap<>(GOOD);
        environment.put(variable, value);

        assertThatThrownBy(() -> start("prod", environment))
                .isInstanceOfSatisfying(ProdRequirementsMissing.class, missing -> {
                    assertThat(missing.problems())
                            .singleElement()
                            .asString()
                            .contains(variable)
                            .contains(problem);
                    if (value.startsWith("short")) {
                        assertThat(missing).message().doesNotContain(value);
                    }
                });
    }

    @Test
    void production_and_demo_exclude_each_other() {
        assertThatThrownBy(() -> start("prod,demo", GOOD)).hasMessageContaining("exclude each other");
    }

    @Test
    void the_environment_becomes_settings() {
        try (ConfigurableApplicationContext context = start("prod", GOOD)) {
            Environment settings = context.getEnvironment();
            assertThat(settings.getProperty("spring.datasource.url")).isEqualTo(GOOD.get("AMENDS_DB_URL"));
            assertThat(settings.getProperty("spring.mail.host")).isEqualTo("smtp.example.com");
            assertThat(settings.getProperty("spring.mail.port")).isEqualTo("587");
            assertThat(settings.getProperty("amends.letter.from")).isEqualTo("service@example.com");
            assertThat(settings.getProperty("amends.letter.public-url")).isEqualTo("https://service.example.com");
            assertThat(settings.getProperty("amends.letter.secret")).isEqualTo(GOOD.get("AMENDS_SECRET"));
            assertThat(settings.getProperty("amends.admin.user")).isEqualTo("root1");
            assertThat(settings.getProperty("amends.clock.movable")).isEqualTo("false");
            assertThat(settings.getProperty("amends.demo.smtp-port")).isNull();
            assertThat(settings.getProperty("server.address")).isEqualTo("0.0.0.0");
            assertThat(settings.getProperty("server.servlet.session.cookie.secure"))
                    .isEqualTo("true");
        }
    }

    @Test
    void a_password_never_goes_to_a_mail_server_in_the_clear() {
        String required = "spring.mail.properties.mail.smtp.starttls.required";
        String implicit = "spring.mail.properties.mail.smtp.ssl.enable";
        Map<String, String> environment = new LinkedHashMap<>(GOOD);
        assertThat(setting(environment, required)).isEqualTo("false");

        environment.put("AMENDS_SMTP_USER", "amends");
        environment.put("AMENDS_SMTP_PASSWORD", "smtp-password");
        assertThat(setting(environment, required)).isEqualTo("true");

        environment.put("AMENDS_SMTP_PORT", "465");
        assertThat(setting(environment, required)).isEqualTo("false");
        assertThat(setting(environment, implicit)).isEqualTo("true");
    }

    @Test
    void a_mailbox_is_read_over_tls_only() {
        Map<String, String> environment = new LinkedHashMap<>(GOOD);
        assertThat(setting(environment, "amends.inbox.host")).isEmpty();

        environment.put("AMENDS_IMAP_HOST", "imap.example.com");
        environment.put("AMENDS_IMAP_USER", "service@example.com");
        environment.put("AMENDS_IMAP_PASSWORD", "imap-password");
        assertThat(setting(environment, "amends.inbox.ssl")).isEqualTo("true");
        assertThat(setting(environment, "amends.inbox.port")).isEqualTo("993");

        environment.put("AMENDS_IMAP_PORT", "143");
        assertThat(setting(environment, "amends.inbox.ssl")).isEqualTo("false");
        assertThat(setting(environment, "amends.inbox.start-tls")).isEqualTo("true");
    }

    @Test
    void nothing_is_asked_of_the_demo() {
        start("demo", Map.of()).close();
    }

    @Test
    void the_words_name_each_variable_on_a_line_of_its_own() {
        FailureAnalysis analysis = new ProdRequirementsAnalyzer()
                .analyze(new ProdRequirementsMissing(List.of("ONE is missing", "TWO too")));

        assertThat(analysis.getDescription()).contains("\n    - ONE is missing\n    - TWO too");
    }

    private static String setting(Map<String, String> environment, String name) {
        try (ConfigurableApplicationContext context = start("prod", environment)) {
            return context.getEnvironment().getProperty(name);
        }
    }

    private static ConfigurableApplicationContext start(String profiles, Map<String, String> environment) {
        SpringApplication application = new SpringApplication(Nothing.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        List<String> arguments = new ArrayList<>(List.of("--spring.profiles.active=" + profiles));
        environment.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return application.run(arguments.toArray(String[]::new));
    }

    @Configuration(proxyBeanMethods = false)
    static class Nothing {}
}
