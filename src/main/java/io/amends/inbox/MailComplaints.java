package io.amends.inbox;

import java.util.List;

/** Makes complaints of mails that belong to no case (T-3, K-1). */
public interface MailComplaints {

    /**
     * Opens a complaint, or joins the open one on the same matter (K-3); the same mail twice answers the first case again.
     *
     * @param subject what it is about, as intake knows it
     * @throws io.amends.modeling.FormRefusal naming what intake cannot take
     */
    Opened open(TakenMail mail, String subject);

    /** Numbers of the cases of whoever has this address, newest first. */
    List<String> casesOf(String address);

    /** @param joined true when there was an open case on the same matter */
    record Opened(String caseNumber, boolean joined) {}
}
