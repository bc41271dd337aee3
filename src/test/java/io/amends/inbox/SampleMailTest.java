package io.amends.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is read in our own sample mails: one file each, with what is expected at its top. */
class SampleMailTest {

    private final MessageReader reader = new MessageReader();

    static Stream<MailSample> samples() throws IOException {
        return MailSample.all().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void is_read_as_its_head_says(MailSample sample) {
        assertThat(sample.expected()).isNotEmpty();
        ReadMessage read = reader.read(sample.bytes());
        for (MailSample.Expected expected : sample.expected()) {
            assertThat(actual(read, expected))
                    .as("%s of %s", expected.key(), sample.name())
                    .isEqualTo(expected.value());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void line_breaks_of_the_net_change_nothing(MailSample sample) {
        ReadMessage read = reader.read(sample.bytes());
        ReadMessage fromTheNet = reader.read(sample.bytesWithCrLf());
        assertThat(fromTheNet)
                .usingRecursiveComparison()
                .ignoringFields("attachments.content")
                .isEqualTo(read);
    }

    /** The value if it is as expected, so that one comparison tells both. */
    private static String actual(ReadMessage read, MailSample.Expected expected) {
        return switch (expected.key()) {
            case "kind" -> read.kind().name();
            case "id" -> String.valueOf(read.messageId());
            case "answers" -> String.join(" ", read.inReplyTo());
            case "from" -> read.fromName() + " <" + read.fromAddress() + ">";
            case "to" -> String.join(" ", read.recipients());
            case "subject" -> read.subject();
            case "date" -> String.valueOf(read.date());
            case "text" -> read.text();
            case "text has" -> part(read.text(), expected.value());
            case "text has not" -> read.text().contains(expected.value()) ? read.text() : expected.value();
            case "quoted" -> read.quoted();
            case "quoted has" -> part(read.quoted(), expected.value());
            case "language" -> read.language();
            case "why" -> String.valueOf(read.why());
            case "attached" -> one(attached(read), expected.value());
            case "attachments" -> String.valueOf(read.attachments().size());
            case "returned" -> one(returned(read), expected.value());
            case "recipients returned" -> String.valueOf(read.returned().size());
            default -> throw new IllegalArgumentException("No such expectation: " + expected.key());
        };
    }

    private static List<String> attached(ReadMessage read) {
        return read.attachments().stream()
                .map(file -> file.name() + " | " + file.type() + " | " + file.content().length)
                .toList();
    }

    private static List<String> returned(ReadMessage read) {
        return read.returned().stream()
                .map(each -> each.fate() + " | " + each.recipient() + " | " + each.originalMessageId() + " | "
                        + each.reason())
                .toList();
    }

    private static String part(String whole, String part) {
        return whole.contains(part) ? part : whole;
    }

    private static String one(List<String> all, String wanted) {
        return all.contains(wanted) ? wanted : String.join("\n", all);
    }
}
