package io.amends.complaint;

/** The one door for complaints, whichever channel they come by. */
public interface ComplaintIntake {

    /**
     * Validates, looks the customer up, and opens a case or joins the open one on the same matter (K-3).
     * The same source and external id twice answers the first case again.
     *
     * @throws io.amends.modeling.FormRefusal naming the field
     */
    Taken take(NewComplaint complaint);

    /**
     * @param joined true when the contact joined a case that was already open
     * @param known true when this very complaint had been taken before
     */
    record Taken(String caseNumber, String processInstanceId, boolean joined, boolean known) {}
}
