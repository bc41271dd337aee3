package io.amends.inbox;

/** Takes mail to cases of one kind (T-3); each process's module has one. All of it happens in the transaction that routes the mail. */
public interface MailTaker {

    /** Whether this is a case of this kind, whatever state it is in. */
    boolean knows(String caseNumber);

    /** Whether an address is the one that the case came from, or its customer's. */
    boolean isParty(String caseNumber, String address);

    /**
     * Whether an address belongs to somebody outside of the house who gets letters of this case and is not its customer; what
     * they answer is no word among colleagues.
     */
    default boolean hearsToo(String caseNumber, String address) {
        return false;
    }

    /**
     * Joins a mail to a case that this kind knows.
     *
     * @param customersVoice false for somebody else's mail, which never speaks for the customer
     */
    void join(String caseNumber, TakenMail mail, boolean customersVoice);
}
