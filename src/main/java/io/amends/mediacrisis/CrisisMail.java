package io.amends.mediacrisis;

import io.amends.inbox.MailTaker;
import io.amends.inbox.TakenMail;
import io.amends.mediaregister.MediaPerson;
import io.amends.mediaregister.MediaRegister;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes mail to media crises (T-3): whoever of the media writes to us asks for an answer, as whoever calls does (M-5). After the
 * stand-down it begins a crisis of its own.
 */
@Component
class CrisisMail implements MailTaker {

    private static final String SOURCE = "mail";
    private static final int LONGEST_CLAIM = 2_000;
    private static final int LONGEST_NAME = 200;

    private final MediaCrisisTable crises;
    private final MediaRegister register;
    private final MediaIntake intake;

    CrisisMail(MediaCrisisTable crises, MediaRegister register, MediaIntake intake) {
        this.crises = crises;
        this.register = register;
        this.intake = intake;
    }

    @Override
    public boolean knows(String caseNumber) {
        return crises.find(caseNumber).isPresent();
    }

    @Override
    public boolean isParty(String caseNumber, String address) {
        return person(address).isPresent();
    }

    @Override
    public boolean hearsToo(String caseNumber, String address) {
        return isParty(caseNumber, address);
    }

    @Override
    public void join(String caseNumber, TakenMail mail, boolean customersVoice) {
        MediaCrisis crisis = crises.find(caseNumber).orElseThrow();
        Optional<MediaPerson> person = person(mail.sender());
        intake.take(event(crisis, mail, person.orElse(null)));
        person.ifPresent(one -> register.contacted(
                one.id(), caseNumber, SOURCE, "Wrote to us: " + oneLine(mail.subject()), mail.receivedAt()));
    }

    /** What is written says nothing of how bad it is; that stays with the crisis. */
    private static NewMediaEvent event(MediaCrisis crisis, TakenMail mail, @Nullable MediaPerson person) {
        String words = mail.text().isBlank() ? mail.subject() : mail.text().strip();
        String writer = person == null
                ? Objects.requireNonNullElse(mail.senderName(), Objects.requireNonNullElse(mail.sender(), "?"))
                : person.name();
        return new NewMediaEvent(
                NewMediaEvent.CALL,
                SOURCE,
                mail.number(),
                null,
                crisis.closedAt() == null && crisis.reviewState() == null ? crisis.caseNumber() : null,
                crisis.title(),
                person == null ? null : person.outletName(),
                cut(oneLine(writer), LONGEST_NAME),
                null,
                cut(words, LONGEST_CLAIM),
                "local",
                "neutral",
                "unclear",
                "few",
                false,
                false,
                null,
                null,
                null,
                null,
                crisis.exercise(),
                true);
    }

    private Optional<MediaPerson> person(@Nullable String address) {
        return address == null
                ? Optional.empty()
                : register.reading(address).stream().findFirst();
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static String cut(String text, int longest) {
        return text.substring(0, Math.min(longest, text.length()));
    }
}
