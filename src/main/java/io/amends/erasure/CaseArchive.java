package io.amends.erasure;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** One part of what is kept of a case when it is removed; each is a field of the case's file. */
public interface CaseArchive {

    /** Name of the field, such as {@code tables}. */
    String name();

    /** Writes one JSON value. */
    void write(String caseNumber, JsonGenerator json) throws IOException;
}
