package io.amends.erasure;

import com.fasterxml.jackson.core.JsonGenerator;
import io.amends.seal.Seals;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The seals of the case, as lines of the export of the chain: whoever has the chain can check the file against it. */
@Component
@Order(2)
class SealsArchive implements CaseArchive {

    private final Seals seals;

    SealsArchive(Seals seals) {
        this.seals = seals;
    }

    @Override
    public String name() {
        return "seals";
    }

    @Override
    public void write(String caseNumber, JsonGenerator json) throws IOException {
        json.writeStartArray();
        for (String line : seals.lines(caseNumber)) {
            json.writeString(line);
        }
        json.writeEndArray();
    }
}
