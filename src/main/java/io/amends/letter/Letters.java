package io.amends.letter;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The letter desk (T-1): every letter has a ledger row and leaves once per case, letter, occurrence and recipient. */
public interface Letters {

    /**
     * Writes a letter in the running transaction; it is sent after the commit. Writing the same occurrence again does nothing.
     *
     * @param letter name of the template folder
     * @param to {@code customer}, {@code owner}, or the id of a group
     * @param occurrence tells a second reminder from the first
     */
    void write(String caseNumber, String letter, String to, String occurrence, Map<String, Object> variables);

    /** Letters of a case, oldest first. */
    List<LetterView> of(String caseNumber);

    /** The letter that a Message-ID belongs to; with or without angle brackets. */
    Optional<SentLetter> byMessageId(String messageId);

    /** The letter whose envelope sender this is: where the mail servers on its way send their bounces. */
    Optional<SentLetter> byBounceAddress(String address);

    /** The letter that was sent last to an address, in any case of letters, since then; for a bounce that says nothing else. */
    Optional<SentLetter> lastSentTo(String recipient, Instant since);

    /**
     * Settles a letter as bounced. One to a customer makes {@link LetterNotDelivered} after the commit. A letter that had
     * bounced before, was refused or is not known stays as it is.
     *
     * @param why in the words of the mail that brought it back; kept in one line
     */
    void bounced(String letterId, String why);

    /** Whether this is a letter that we write of our own accord, so that the contact policy has a say when it leaves (L-2). */
    boolean outreach(String letter);

    /** Whether this is a letter to the media. */
    boolean toMedia(String letter);
}
