package io.amends.imports;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.amends.modeling.FormRefusal.Finding;
import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The answer to an import, written while the rows are taken: refusals as they come, counts at the end, so that it needs
 * no memory for many of them and the connection does not fall silent.
 */
class ImportReport implements AutoCloseable {

    private static final int SIGN_OF_LIFE = 50;

    private final JsonGenerator json;
    private final Map<ImportTarget.Outcome, Long> counts = new EnumMap<>(ImportTarget.Outcome.class);
    private long rows;

    ImportReport(ObjectMapper mapper, OutputStream out) throws IOException {
        json = mapper.getFactory().createGenerator(out);
        json.writeStartObject();
        json.writeArrayFieldStart("refused");
    }

    void row() throws IOException {
        rows++;
        if (rows % SIGN_OF_LIFE == 0) {
            json.writeRaw('\n');
            json.flush();
        }
    }

    void became(ImportTarget.Outcome outcome) {
        counts.merge(outcome, 1L, Long::sum);
    }

    void refused(long line, List<Finding> findings) throws IOException {
        json.writeStartObject();
        json.writeNumberField("line", line);
        json.writeStringField("field", findings.get(0).field());
        json.writeStringField("reason", findings.get(0).reason());
        if (findings.size() > 1) {
            json.writePOJOField("errors", findings);
        }
        json.writeEndObject();
    }

    /** @param stopped why not all rows were read, or blank */
    void end(String stopped) throws IOException {
        json.writeEndArray();
        json.writeNumberField("rows", rows);
        for (var outcome : ImportTarget.Outcome.values()) {
            json.writeNumberField(outcome.name().toLowerCase(Locale.ROOT), counts.getOrDefault(outcome, 0L));
        }
        if (!stopped.isEmpty()) {
            json.writeStringField("stopped", stopped);
        }
        json.writeEndObject();
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
