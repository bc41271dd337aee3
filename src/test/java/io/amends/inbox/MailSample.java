package io.amends.inbox;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A mail of our own under {@code src/test/resources/mail}: first what is to be read in it, one {@code key: value} a line, then a line of
 * equals signs, then the mail. {@code encode} names the charset in which its bytes come, UTF-8 if left out; line breaks inside a value are
 * {@code \n}.
 */
record MailSample(String name, List<Expected> expected, String mail, Charset charset) {

    private static final Path FOLDER = Path.of("src/test/resources/mail");
    private static final String END_OF_EXPECTED = "\n=====\n";

    /** One thing that is to be read. */
    record Expected(String key, String value) {}

    static List<MailSample> all() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".mail"))
                    .sorted()
                    .map(MailSample::of)
                    .toList();
        }
    }

    static MailSample named(String name) {
        return of(FOLDER.resolve(name + ".mail"));
    }

    byte[] bytes() {
        return mail.getBytes(charset);
    }

    byte[] bytesWithCrLf() {
        return mail.replace("\n", "\r\n").getBytes(charset);
    }

    private static MailSample of(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException unreadable) {
            throw new IllegalStateException(file.toString(), unreadable);
        }
        int end = text.indexOf(END_OF_EXPECTED);
        List<Expected> expected = new ArrayList<>();
        Charset charset = StandardCharsets.UTF_8;
        for (String line : text.substring(0, end).split("\n")) {
            String[] parts = line.split(":", 2);
            String value = parts[1].strip().replace("\\n", "\n");
            if (parts[0].equals("encode")) {
                charset = Charset.forName(value);
            } else {
                expected.add(new Expected(parts[0].strip(), value));
            }
        }
        String name = FOLDER.relativize(file).toString().replace(".mail", "");
        return new MailSample(name, List.copyOf(expected), text.substring(end + END_OF_EXPECTED.length()), charset);
    }
}
