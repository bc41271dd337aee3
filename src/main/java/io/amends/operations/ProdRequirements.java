package io.amends.operations;

import static io.amends.operations.Requirement.needed;
import static io.amends.operations.Requirement.optional;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;

/** Looks at the environment before anything starts in production, so that all that is missing is told at once. */
class ProdRequirements implements EnvironmentPostProcessor, Ordered {

    private static final Pattern MAIL = Pattern.compile("[^\\s@,;<>\"]+@[^\\s@,;<>\"]+\\.[^\\s@,;<>\"]+");
    private static final Pattern USER_ID = Pattern.compile("[A-Za-z0-9]+");

    private static final List<Requirement> REQUIREMENTS = List.of(
            needed(
                    "AMENDS_DB_URL",
                    "the database, such as jdbc:postgresql://db.example.com/amends",
                    value -> value.startsWith("jdbc:postgresql:") ? null : "must begin with jdbc:postgresql:"),
            needed("AMENDS_DB_USER", "the database user", ProdRequirements::any),
            needed("AMENDS_DB_PASSWORD", "the password of the database user", ProdRequirements::any),
            needed("AMENDS_SMTP_HOST", "the mail server that letters leave by", ProdRequirements::any),
            optional("AMENDS_SMTP_PORT", "its port, default 587", ProdRequirements::port),
            optional("AMENDS_SMTP_USER", "the user at the mail server", ProdRequirements::any),
            optional("AMENDS_SMTP_PASSWORD", "the password at the mail server", ProdRequirements::any),
            optional("AMENDS_IMAP_HOST", "the mail server whose mailbox is read", ProdRequirements::any),
            optional("AMENDS_IMAP_PORT", "its port, default 993", ProdRequirements::port),
            optional("AMENDS_IMAP_USER", "the user of the mailbox", ProdRequirements::any),
            optional("AMENDS_IMAP_PASSWORD", "the password of the mailbox", ProdRequirements::any),
            needed(
                    "AMENDS_RETENTION_ARCHIVE",
                    "the folder that cases go to before they are removed",
                    ProdRequirements::any),
            needed("AMENDS_MAIL_FROM", "the address that letters come from", ProdRequirements::mail),
            needed(
                    "AMENDS_PUBLIC_URL",
                    "where customers and staff reach the application, such as https://service.example.com",
                    ProdRequirements::publicUrl),
            needed("AMENDS_SECRET", "a random text that the links in letters are made from", atLeast(32)),
            needed(
                    "AMENDS_ADMIN_USER",
                    "the user name of the first administrator",
                    value -> USER_ID.matcher(value).matches() ? null : "must consist of letters and digits"),
            needed("AMENDS_ADMIN_PASSWORD", "the first administrator's password", atLeast(12)),
            needed("AMENDS_ADMIN_MAIL", "the first administrator's mail address", ProdRequirements::mail),
            needed(
                    "AMENDS_SEAL_ADDRESS",
                    "a mail address outside the house that the head of the seals goes to every day",
                    ProdRequirements::mail));

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!environment.acceptsProfiles(Profiles.of("prod"))) {
            return;
        }
        List<String> problems = new ArrayList<>();
        if (environment.acceptsProfiles(Profiles.of("demo"))) {
            problems.add("The profiles prod and demo exclude each other: the demo's users have known passwords");
        }
        REQUIREMENTS.forEach(requirement -> requirement
                .problem(environment.getProperty(requirement.variable()))
                .ifPresent(problems::add));
        if (given(environment, "AMENDS_SMTP_USER") != given(environment, "AMENDS_SMTP_PASSWORD")) {
            problems.add("AMENDS_SMTP_USER and AMENDS_SMTP_PASSWORD go together: set both or neither");
        }
        if (given(environment, "AMENDS_IMAP_HOST")
                && !(given(environment, "AMENDS_IMAP_USER") && given(environment, "AMENDS_IMAP_PASSWORD"))) {
            problems.add("AMENDS_IMAP_USER and AMENDS_IMAP_PASSWORD are needed where AMENDS_IMAP_HOST is set");
        }
        if (!problems.isEmpty()) {
            throw new ProdRequirementsMissing(problems);
        }
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("amends-mail-security", mailSecurity(environment)));
    }

    // a password never travels in the clear, and ports 465 and 993 speak TLS from the first byte
    private static Map<String, Object> mailSecurity(ConfigurableEnvironment environment) {
        return Map.of(
                "spring.mail.properties.mail.smtp.starttls.required",
                given(environment, "AMENDS_SMTP_USER") && !implicitTls(environment),
                "spring.mail.properties.mail.smtp.ssl.enable",
                implicitTls(environment),
                "amends.inbox.ssl",
                !openImap(environment),
                "amends.inbox.start-tls",
                openImap(environment));
    }

    private static boolean openImap(ConfigurableEnvironment environment) {
        return "143".equals(environment.getProperty("AMENDS_IMAP_PORT", "").trim());
    }

    private static boolean implicitTls(ConfigurableEnvironment environment) {
        return "465".equals(environment.getProperty("AMENDS_SMTP_PORT", "").trim());
    }

    /** After the profiles are known. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    private static boolean given(ConfigurableEnvironment environment, String variable) {
        String value = environment.getProperty(variable);
        return value != null && !value.isBlank();
    }

    private static @Nullable String any(String value) {
        return null;
    }

    private static Function<String, @Nullable String> atLeast(int length) {
        return value -> value.length() >= length ? null : "must have at least " + length + " characters";
    }

    private static @Nullable String port(String value) {
        boolean good = value.matches("\\d{1,5}") && Integer.parseInt(value) > 0 && Integer.parseInt(value) < 65536;
        return good ? null : "must be a port number";
    }

    private static @Nullable String mail(String value) {
        return MAIL.matcher(value).matches() ? null : "must be one mail address";
    }

    private static @Nullable String publicUrl(String value) {
        try {
            URI url = new URI(value);
            boolean bare = url.getRawQuery() == null && url.getRawFragment() == null && url.getRawUserInfo() == null;
            return "https".equals(url.getScheme()) && url.getHost() != null && bare
                    ? null
                    : "must be an https address, such as https://service.example.com";
        } catch (URISyntaxException e) {
            return "is not an address";
        }
    }
}
