package io.amends.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.time.Duration;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** A mail that cannot be brought anywhere holds up no other, and ends with a person. */
class MailWorkTest {

    private final MailRouter router = mock(MailRouter.class);
    private MailTables tables;
    private MailWork work;

    @BeforeEach
    void anEmptyInbox() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:work;DB_CLOSE_DELAY=-1");
        tables = new MailTables(database);
        work = work();
        doAnswer(routed -> {
                    tables.store.settle(routed.getArgument(0), MailState.RECORDED, null, "Routed.");
                    return null;
                })
                .when(router)
                .route(any());
    }

    @Test
    void what_fails_three_times_is_sorted_by_hand_and_the_others_go_on() {
        String failing = take("<failing@example.org>");
        String fine = take("<fine@example.org>");
        doThrow(new IllegalStateException("The case is gone")).when(router).route(failing);

        work.routeDue();
        assertThat(state(fine)).isEqualTo(MailState.RECORDED);
        work.routeDue();
        verify(router, times(1)).route(failing);
        pass(Duration.ofSeconds(3));
        verify(router, times(2)).route(failing);
        verify(router, never()).giveUp(any(), any());
        pass(Duration.ofMinutes(2));

        verify(router, times(3)).route(failing);
        verify(router).giveUp(eq(failing), contains("The case is gone"));
    }

    @Test
    void a_mail_that_ends_the_node_each_time_is_given_up_without_another_try() {
        String deadly = take("<deadly@example.org>");
        doThrow(new StackOverflowError()).when(router).route(deadly);
        for (int i = 0; i < MailWork.TRIES; i++) {
            try {
                work.routeDue();
            } catch (StackOverflowError died) {
                work = work();
            }
            tables.clock.advance(Duration.ofMinutes(6));
        }

        work.routeDue();

        verify(router, times(MailWork.TRIES)).route(deadly);
        verify(router).giveUp(eq(deadly), any());
    }

    @Test
    void what_a_node_had_begun_when_it_was_killed_is_taken_up_when_its_lease_ends() {
        String begun = take("<begun@example.org>");
        tables.store.claim(begun, tables.clock.instant(), tables.clock.instant().plus(Duration.ofMinutes(5)));

        work.routeDue();
        verify(router, never()).route(begun);
        pass(Duration.ofMinutes(6));

        assertThat(state(begun)).isEqualTo(MailState.RECORDED);
        assertThat(tables.store.due(tables.clock.instant(), 10)).isEqualTo(List.of());
    }

    private MailWork work() {
        return new MailWork(tables.store, router, new TransactionTemplate(tables.transactions), tables.clock);
    }

    private String take(String messageId) {
        return tables.room.take(MailStoreContract.mail(messageId, "A kettle", "It leaks."));
    }

    private void pass(Duration time) {
        tables.clock.advance(time);
        work.routeDue();
    }

    private MailState state(String number) {
        return tables.store.find(number).orElseThrow().state();
    }
}
