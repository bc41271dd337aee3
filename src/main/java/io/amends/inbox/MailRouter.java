package io.amends.inbox;

import io.amends.modeling.FormRefusal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Brings a stored mail where it belongs (T-3), within the transaction of its caller: to its case, to a complaint of its own, or
 * to a person. What programs and mail servers write is recorded and never answered.
 */
@Component
class MailRouter {

    /** What a mail is about is for a person to say. */
    private static final String SUBJECT = "other";

    private final MailStore store;
    private final MessageReader reader;
    private final Places places;
    private final Bounces bounces;
    private final LoopGuard guard;
    private final MailComplaints complaints;
    private final ByHand byHand;

    MailRouter(
            MailStore store,
            MessageReader reader,
            Places places,
            Bounces bounces,
            LoopGuard guard,
            MailComplaints complaints,
            ByHand byHand) {
        this.store = store;
        this.reader = reader;
        this.places = places;
        this.bounces = bounces;
        this.guard = guard;
        this.complaints = complaints;
        this.byHand = byHand;
    }

    /** Does nothing for a mail that is where it belongs already. */
    void route(String number) {
        store.lock(number).filter(mail -> mail.state() == MailState.TAKEN).ifPresent(this::route);
    }

    /**
     * Hands a mail that cannot be brought anywhere to a person.
     *
     * @param why as a sentence
     */
    void giveUp(String number, String why) {
        store.lock(number).filter(mail -> mail.state() == MailState.TAKEN).ifPresent(mail -> byHand.sort(mail, why));
    }

    private void route(Mail mail) {
        ReadMessage message = reader.read(store.original(mail.number()).orElseThrow());
        if (places.ours(message)) {
            record(mail, message, "We wrote it ourselves.");
            return;
        }
        switch (mail.kind()) {
            case BOUNCE -> bounces.settle(mail, message);
            case AUTOMATIC -> record(mail, message, "A program wrote it: " + mail.why() + ". Nobody answers it.");
            case UNREADABLE -> sort(mail, "It could not be read: " + mail.why() + ".");
            case PERSON -> place(mail, message);
        }
    }

    private void place(Mail mail, ReadMessage message) {
        Optional<Place> place = places.of(message);
        if (place.isPresent()) {
            join(mail, message, place.get());
        } else if (mail.sender() == null) {
            sort(mail, "It does not say who sent it.");
        } else if (message.text().isBlank()) {
            sort(mail, "There are no words in it.");
        } else if (guard.floods(mail.sender())) {
            settle(mail, MailState.RECORDED, null, "Too many came from its sender to look at each.");
        } else if (guard.opensTooMany(mail.sender())) {
            sort(mail, "Its sender opened so many complaints by mail in the last 24 hours that a person has to look.");
        } else {
            open(mail, message);
        }
    }

    private void join(Mail mail, ReadMessage message, Place place) {
        Optional<MailTaker> taker = places.takerOf(place.caseNumber());
        if (taker.isEmpty() || amongColleagues(place, mail, taker.get())) {
            // read where the letter's subject is worked on; a task for each would let two programs write to each other
            settle(mail, MailState.RECORDED, place.caseNumber(), place.how() + " That was among colleagues.");
        } else if (guard.floods(mail.sender())) {
            settle(
                    mail,
                    MailState.RECORDED,
                    place.caseNumber(),
                    place.how() + " Too many came from its sender to read each.");
        } else {
            boolean customersVoice = place.answersCustomersLetter()
                    || (mail.sender() != null && taker.get().isParty(place.caseNumber(), mail.sender()));
            taker.get().join(place.caseNumber(), mail.taken(message.text()), customersVoice);
            settle(mail, MailState.JOINED, place.caseNumber(), place.how());
        }
    }

    private static boolean amongColleagues(Place place, Mail mail, MailTaker taker) {
        return place.amongColleagues() && (mail.sender() == null || !taker.hearsToo(place.caseNumber(), mail.sender()));
    }

    private void open(Mail mail, ReadMessage message) {
        try {
            MailComplaints.Opened opened = complaints.open(mail.taken(message.text()), SUBJECT);
            settle(
                    mail,
                    opened.joined() ? MailState.JOINED : MailState.OPENED,
                    opened.caseNumber(),
                    opened.joined() ? "Its sender has this open case." : "It opened this complaint.");
        } catch (FormRefusal refused) {
            sort(mail, "No complaint could be opened: " + refused.getMessage() + ".");
        }
    }

    private void sort(Mail mail, String why) {
        if (guard.floods(mail.sender())) {
            settle(mail, MailState.RECORDED, null, why + " Too many came from its sender to sort each.");
        } else {
            byHand.sort(mail, why);
        }
    }

    private void record(Mail mail, ReadMessage message, String how) {
        String caseNumber = places.of(message).map(Place::caseNumber).orElse(null);
        settle(mail, MailState.RECORDED, caseNumber, how);
    }

    private void settle(Mail mail, MailState state, @Nullable String caseNumber, String how) {
        store.settle(mail.number(), state, caseNumber, how);
    }
}
