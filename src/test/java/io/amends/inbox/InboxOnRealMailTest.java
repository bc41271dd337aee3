package io.amends.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.letter.Letters;
import io.amends.scenario.Scenario;
import io.amends.scenario.ServiceDesk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Awkward mail as it came to others: each is taken in or sorted by hand, none is lost, and no program is answered. */
@Scenario
class InboxOnRealMailTest {

    @Autowired
    MailRoom room;

    @Autowired
    MailWork work;

    @Autowired
    MailStore store;

    @Autowired
    Letters letters;

    @Autowired
    TaskService tasks;

    @Autowired
    ServiceDesk desk;

    @Test
    void every_one_of_them_is_brought_somewhere() throws IOException {
        List<Path> files = files();
        Map<Path, String> numbers = new TreeMap<>();
        for (Path file : files) {
            numbers.put(file, room.take(Files.readAllBytes(file)));
        }
        work.routeDue();
        desk.settle();

        List<Mail> mails = numbers.values().stream()
                .distinct()
                .map(number -> store.find(number).orElseThrow())
                .toList();
        assertThat(numbers).hasSameSizeAs(files);
        assertThat(mails).allSatisfy(mail -> assertThat(mail.state()).isNotEqualTo(MailState.TAKEN));
        for (Mail mail : mails) {
            assertThat(store.original(mail.number())).isPresent();
            boolean taskOpen = tasks.createTaskQuery()
                            .processInstanceBusinessKey(mail.number())
                            .count()
                    == 1;
            assertThat(taskOpen).as(mail.toString()).isEqualTo(mail.state() == MailState.TO_SORT);
            if (mail.kind() != ReadMessage.Kind.PERSON) {
                assertThat(mail.state()).as(mail.toString()).isIn(MailState.RECORDED, MailState.TO_SORT);
            }
            if (mail.state() == MailState.OPENED) {
                assertThat(letters.of(Objects.requireNonNull(mail.caseNumber())))
                        .as(mail.toString())
                        .filteredOn(letter -> letter.letter().equals("acknowledgement"))
                        .hasSizeLessThanOrEqualTo(1);
            }
        }
        tell(files.size(), mails);
    }

    private static void tell(int files, List<Mail> mails) {
        Map<String, Long> kinds = mails.stream()
                .collect(Collectors.groupingBy(
                        mail -> MailStore.code(mail.kind()) + ", "
                                + mail.state().code(),
                        TreeMap::new,
                        Collectors.counting()));
        List<String> lines = new ArrayList<>();
        kinds.forEach((kind, count) -> lines.add("%4d %s".formatted(count, kind)));
        System.out.println(files + " real messages, " + mails.size() + " mails:\n" + String.join("\n", lines));
    }

    private static List<Path> files() throws IOException {
        String folder = System.getenv("AMENDS_REAL_DATA");
        Assumptions.assumeTrue(folder != null, "AMENDS_REAL_DATA does not name the folder of the real files");
        try (Stream<Path> all = Files.walk(Path.of(folder, "mail", "messages"))) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
