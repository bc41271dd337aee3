package io.amends.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Awkward mails that real programs have sent; the folder is not part of the project. */
@EnabledIfEnvironmentVariable(
        named = "AMENDS_REAL_DATA",
        matches = ".+",
        disabledReason = "AMENDS_REAL_DATA names no folder with real mails")
class ReaderOnRealMailTest {

    private final MessageReader reader = new MessageReader();

    @Test
    void every_real_mail_is_read_or_says_why_not() throws IOException {
        Map<ReadMessage.Kind, Integer> kinds = new EnumMap<>(ReadMessage.Kind.class);
        List<Path> mails = mails();
        assertThat(mails).hasSizeGreaterThan(100);
        for (Path mail : mails) {
            ReadMessage read = reader.read(Files.readAllBytes(mail));
            kinds.merge(read.kind(), 1, Integer::sum);
            Invariants.hold(read);
            boolean needsReason =
                    read.kind() == ReadMessage.Kind.UNREADABLE || read.kind() == ReadMessage.Kind.AUTOMATIC;
            assertThat(read.why() != null).as("%s says why", mail).isEqualTo(needsReason);
            assertThat(read.returned().isEmpty())
                    .as("%s returns a letter", mail)
                    .isEqualTo(read.kind() != ReadMessage.Kind.BOUNCE);
        }
        System.out.println("Real mails read: " + mails.size() + " " + kinds);
    }

    @Test
    void every_word_of_a_plain_text_is_newly_written_or_quoted() throws IOException {
        int looked = 0;
        for (Path mail : mails()) {
            byte[] bytes = Files.readAllBytes(mail);
            ReadMessage read = reader.read(bytes);
            String body = plainBody(bytes);
            String kept = read.text() + "\n" + read.quoted();
            for (String word : body.split("\\s+")) {
                assertThat(kept).as("%s", mail).contains(word);
            }
            looked += body.isBlank() ? 0 : 1;
        }
        assertThat(looked).isPositive();
    }

    /** The body of a mail of one part in plain ASCII, whose words can be told without reading it as the reader does. */
    private static String plainBody(byte[] mail) {
        MimeParser parser = new MimeParser();
        try {
            MimePart root = parser.parse(mail);
            boolean plain = root.headers().raw("content-type") == null
                    && root.headers().raw("content-transfer-encoding") == null;
            String text = new String(mail, java.nio.charset.StandardCharsets.US_ASCII);
            int start = text.replace("\r\n", "\n").indexOf("\n\n");
            boolean ascii = text.indexOf('\uFFFD') < 0 && !text.contains("\nbegin ");
            return plain && ascii && start >= 0 && !root.headers().isEmpty()
                    ? text.replace("\r\n", "\n").substring(start)
                    : "";
        } catch (Unreadable closed) {
            return "";
        }
    }

    private static List<Path> mails() throws IOException {
        Path folder = Path.of(System.getenv("AMENDS_REAL_DATA"), "mail", "messages");
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
