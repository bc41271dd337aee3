package io.amends.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Lets Jazzer look for bytes that break the reader: {@code -Dfuzz.seconds=3600} for an hour each. Jazzer runs in a process of its own, for it
 * changes the classes that it watches. What it finds lies in {@code target/fuzz}.
 */
class MessageReaderFuzzTest {

    private static final int SECONDS = Integer.getInteger("fuzz.seconds", 12);
    private static final Path FOUND = Path.of("target", "fuzz");

    @Test
    void no_bytes_break_the_reader() throws Exception {
        fuzz(FuzzBytes.class);
    }

    @Test
    void no_change_of_a_real_mail_breaks_the_reader() throws Exception {
        fuzz(FuzzSamples.class);
    }

    private static void fuzz(Class<?> target) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(FOUND.resolve(target.getSimpleName()));
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        seed(target, corpus);
        Path log = folder.resolve("log.txt");
        Process jazzer = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + target.getName(),
                        "--instrumentation_includes=io.amends.inbox.**:org.apache.james.mime4j.**",
                        "--custom_hook_includes=io.amends.inbox.**",
                        "--reproducer_path=" + folder,
                        "-max_total_time=" + SECONDS,
                        "-max_len=20000",
                        "-len_control=0",
                        "-timeout=20",
                        "-rss_limit_mb=3000",
                        "-artifact_prefix=" + folder + "/",
                        corpus.toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = jazzer.waitFor(SECONDS + 120L, TimeUnit.SECONDS);
        jazzer.destroyForcibly();
        String said = Files.readString(log);
        assertThat(ended).as(said).isTrue();
        assertThat(jazzer.exitValue()).as(said).isZero();
        assertThat(said).as("Jazzer has read mails").contains("Done ");
    }

    /** Mails for the target that reads them as they are; choices for the one that changes mails. */
    private static void seed(Class<?> target, Path corpus) throws IOException {
        Random choices = new Random(4);
        for (MailSample sample : MailSample.all()) {
            byte[] seed = target == FuzzBytes.class ? sample.bytes() : new byte[400];
            if (target == FuzzSamples.class) {
                choices.nextBytes(seed);
            }
            Files.write(corpus.resolve(sample.name().replace('/', '-')), seed);
        }
    }
}
