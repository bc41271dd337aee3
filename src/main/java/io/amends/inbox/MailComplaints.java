package io.amends.inbox;

import java.util.List;

/** Makes complaints of mails that belong to no case (T-3, K-1). */
public interface MailComplaints {

    /**
     * Opens a complaint, or joins the open one on the same matter (K-3); the same mail twice answers the first case again.
     *
     * @param subject as intake knows it
     * @return the case number
     * @throws io.amends.modeling.FormRefusal naming what intake cannot take
     */
    String open(TakenMail mail, String subject);

    /** Numbers of the cases of whoever has this address, newest first. */
    List<String> casesOf(String address);
}
