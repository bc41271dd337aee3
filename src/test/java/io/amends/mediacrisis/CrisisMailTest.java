package io.amends.mediacrisis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.amends.inbox.TakenMail;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

/** What becomes of mail to a media crisis (T-3, M-5). */
class CrisisMailTest {

    private static final String CASE = "MCR-2026-000007";
    private static final Instant CAME = Instant.parse("2026-03-04T09:58:00Z");

    private final MediaCrisisTable crises = mock(MediaCrisisTable.class);
    private final RegisterInMemory register = new RegisterInMemory();
    private final MediaIntake intake = mock(MediaIntake.class);
    private final CrisisMail mail = new CrisisMail(crises, register, intake);

    @BeforeEach
    void aCrisisThatIsOpen() {
        crisis(null);
        when(intake.take(any())).thenReturn(new MediaIntake.Taken(CASE, 2, true, false, false, null));
    }

    @Test
    void a_journalist_of_the_register_is_known_by_their_address_however_it_is_written() {
        assertThat(mail.isParty(CASE, "Ann@Post.example ")).isTrue();
        assertThat(mail.hearsToo(CASE, "ann@post.example")).isTrue();
        assertThat(mail.isParty(CASE, "somebody@else.example")).isFalse();
    }

    @Test
    void their_mail_is_a_call_to_return_on_the_open_crisis_and_stands_in_their_contact_log() {
        mail.join(CASE, written("ann@post.example", "Re: A statement", "When  do you speak next?"), false);

        NewMediaEvent event = taken();
        assertThat(event.kind()).isEqualTo(NewMediaEvent.CALL);
        assertThat(event.caseNumber()).isEqualTo(CASE);
        assertThat(event.outlet()).isEqualTo("Daily Post");
        assertThat(event.journalist()).isEqualTo("Ann Reporter");
        assertThat(event.claim()).isEqualTo("When  do you speak next?");
        assertThat(event.externalId()).isEqualTo("MAIL-2026-000001");
        assertThat(register.contacts).containsExactly("P-1 " + CASE + " mail");
    }

    @Test
    void somebody_whom_the_register_does_not_know_is_called_by_what_they_wrote() {
        mail.join(CASE, written("somebody@else.example", "Your toys", " "), false);

        NewMediaEvent event = taken();
        assertThat(event.outlet()).isNull();
        assertThat(event.journalist()).isEqualTo("A Writer");
        assertThat(event.claim()).isEqualTo("Your toys");
        assertThat(register.contacts).isEmpty();
    }

    @Test
    void after_the_stand_down_a_mail_begins_a_crisis_of_its_own() {
        crisis("draft");
        mail.join(CASE, written("ann@post.example", "Again", "It happened again."), false);

        assertThat(taken().caseNumber()).isNull();
    }

    private NewMediaEvent taken() {
        ArgumentCaptor<NewMediaEvent> event = ArgumentCaptor.forClass(NewMediaEvent.class);
        verify(intake).take(event.capture());
        return event.getValue();
    }

    private void crisis(@Nullable String reviewState) {
        when(crises.find(CASE))
                .thenReturn(Optional.of(new MediaCrisis(
                        CASE,
                        "toys",
                        "Toys",
                        null,
                        false,
                        CAME,
                        CAME,
                        2,
                        "reach national",
                        null,
                        null,
                        0,
                        null,
                        null,
                        null,
                        reviewState,
                        null,
                        null)));
    }

    private static TakenMail written(String from, String subject, String text) {
        return new TakenMail("MAIL-2026-000001", "A Writer", from, subject, text, "en", CAME);
    }
}
