package io.amends.casefile;

import io.amends.web.Unknown;

/** The same answer, 404, for a case that does not exist and for one that is none of the reader's business. */
public final class UnknownCase extends Unknown {

    public UnknownCase() {
        super("caseNumber", "There is no such case, or it is not yours to read.");
    }
}
