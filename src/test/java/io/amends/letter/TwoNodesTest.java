package io.amends.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.amends.letter.ScriptedSmtp.Rule;
import io.amends.letter.ScriptedSmtp.Stage;
import io.amends.letter.ScriptedSmtp.Taken;
import io.amends.testing.ChildJvm;
import io.amends.testing.OnPostgres;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** Two nodes on one database, and what one leaves behind when it is killed; the other is the application of this test. */
@OnPostgres
class TwoNodesTest extends LetterDeskSlice {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Autowired
    Environment environment;

    private ScriptedSmtp smtp;

    @BeforeEach
    void aServer() throws IOException {
        smtp = new ScriptedSmtp();
        server.setPort(smtp.port());
    }

    @AfterEach
    void close() {
        smtp.close();
    }

    @Test
    void each_letter_leaves_once_however_many_nodes_send() throws Exception {
        for (int i = 0; i < 40; i++) {
            write(String.valueOf(i));
        }
        try (ConfigurableApplicationContext other = LetterNode.start(LetterNode.beside(environment, smtp.port()))) {
            LetterSender theirs = other.getBean(LetterSender.class);
            CyclicBarrier together = new CyclicBarrier(2);
            CompletableFuture<Integer> here = CompletableFuture.supplyAsync(() -> sends(sender, together));
            CompletableFuture<Integer> there = CompletableFuture.supplyAsync(() -> sends(theirs, together));
            here.join();
            there.join();
        }
        await().atMost(PATIENCE).until(() -> letters.of(CASE).stream()
                .allMatch(letter -> letter.fate().equals("sent")));
        assertThat(smtp.taken())
                .extracting(Taken::messageId)
                .containsExactlyInAnyOrderElementsOf(
                        letters.of(CASE).stream().map(LetterView::messageId).toList());
        assertThat(letters.of(CASE)).extracting(LetterView::doubtfulTries).containsOnly(0);
    }

    @Test
    void what_a_node_had_not_committed_when_it_was_killed_was_never_written() {
        List<String> arguments = new ArrayList<>(LetterNode.beside(environment, smtp.port()));
        arguments.add(LetterNode.UNCOMMITTED);
        try (ChildJvm node = ChildJvm.start(LetterNode.class, Map.of(), arguments)) {
            await().atMost(PATIENCE).until(() -> node.output().contains(LetterNode.WRITTEN));
            node.kill();
        }
        clock.advance(LEASE);
        assertThat(sender.sendDue()).isZero();
        assertThat(letters.of(CASE)).isEmpty();
        assertThat(smtp.connections()).isZero();
    }

    @Test
    void a_letter_that_a_killed_node_had_not_sent_leaves_exactly_once_after_the_lease() throws Exception {
        Rule call = smtp.at(Stage.GREETING).once().pauses();
        try (ChildJvm node = node()) {
            call.awaitSomebody();
            node.kill();
        }
        call.goOn();
        assertThat(sender.sendDue()).isZero();

        clock.advance(LEASE);
        assertThat(sender.sendDue()).isEqualTo(1);
        assertThat(sender.sendDue()).isZero();
        assertThat(smtp.taken()).extracting(Taken::messageId).containsExactly(only().messageId());
        assertThat(only().fate()).isEqualTo("sent");
    }

    @Test
    void a_letter_that_was_taken_and_not_marked_when_its_node_was_killed_leaves_once_more_as_the_same_mail()
            throws Exception {
        Rule atData = smtp.at(Stage.DATA).once().pauses();
        try (ChildJvm node = node()) {
            atData.awaitSomebody();
            transaction.executeWithoutResult(status -> {
                jdbc.sql("select id from letter for update").query().listOfRows();
                atData.goOn(); // the server says 250, and the mark has to wait for this lock
                await().atMost(PATIENCE).until(() -> waitingForLocks() == 1);
                node.kill();
                jdbc.sql("select pg_terminate_backend(pid) from pg_locks where not granted")
                        .query()
                        .listOfRows();
            });
        }
        assertThat(smtp.taken()).hasSize(1);
        assertThat(only().fate()).isEqualTo("queued");
        assertThat(sender.sendDue()).isZero();

        clock.advance(LEASE);
        assertThat(sender.sendDue()).isEqualTo(1);
        clock.advance(Duration.ofDays(1));
        assertThat(sender.sendDue()).isZero();
        assertThat(smtp.taken()).hasSize(2);
        assertThat(smtp.taken().get(1)).isEqualTo(smtp.taken().get(0));
        assertThat(only().fate()).isEqualTo("sent");
        assertThat(only().doubtfulTries()).as("the duplicate is on record").isEqualTo(1);
    }

    private ChildJvm node() {
        return ChildJvm.start(LetterNode.class, Map.of(), LetterNode.beside(environment, smtp.port()));
    }

    private long waitingForLocks() {
        return jdbc.sql("select count(distinct pid) from pg_locks where not granted")
                .query(Long.class)
                .single();
    }

    private static int sends(LetterSender sender, CyclicBarrier together) {
        try {
            together.await();
            return sender.sendDue();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
