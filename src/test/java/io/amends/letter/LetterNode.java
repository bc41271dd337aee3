package io.amends.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.transaction.support.TransactionTemplate;

/** A further node of the letter desk: in this JVM, or as a program of its own that writes one letter and can be killed. */
final class LetterNode {

    /** With it the program keeps the transaction open that writes its letter. */
    static final String UNCOMMITTED = "--uncommitted";

    static final String WRITTEN = "The letter is written";

    private LetterNode() {}

    public static void main(String[] arguments) {
        ConfigurableApplicationContext node = start(List.of(arguments));
        boolean uncommitted = List.of(arguments).contains(UNCOMMITTED);
        node.getBean(FakeFacts.class).customer("mary@example.org", "en");
        node.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
            node.getBean(Letters.class)
                    .write(LetterDeskSlice.CASE, "proposal", "customer", "1", Map.of("proposalNumber", 1));
            if (uncommitted) {
                System.out.println(WRITTEN);
                forever();
            }
        });
        forever();
    }

    static ConfigurableApplicationContext start(List<String> arguments) {
        return new SpringApplicationBuilder(LetterTestApp.class, LetterDeskSlice.Parts.class)
                .run(arguments.toArray(String[]::new));
    }

    /** What makes it a node beside the application of a test. */
    static List<String> beside(Environment test, int smtpPort) {
        List<String> arguments = new ArrayList<>(List.of("--server.port=0", "--spring.sql.init.mode=never"));
        for (String shared : List.of(
                "spring.datasource.url",
                "spring.datasource.username",
                "spring.flyway.enabled",
                "spring.mail.host",
                "amends.letter.secret",
                "amends.letter.secret-file",
                "amends.letter.poll",
                "amends.letter.public-url")) {
            arguments.add("--" + shared + "=" + test.getProperty(shared, ""));
        }
        arguments.add("--spring.datasource.password=");
        arguments.add("--spring.mail.port=" + smtpPort);
        return arguments;
    }

    private static void forever() {
        try {
            Thread.sleep(Long.MAX_VALUE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
