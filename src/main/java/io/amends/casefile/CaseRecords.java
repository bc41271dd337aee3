package io.amends.casefile;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Service;

/** The record of a case for other modules: as entries, as a page, and whole as it is exported. */
@Service
public class CaseRecords {

    private final CaseAccess access;
    private final CaseFiles files;
    private final Timeline timeline;
    private final CasePages pages;
    private final CaseDiagrams diagrams;
    private final WholeRecord whole;
    private final CaseTalk talk;
    private final ObjectMapper json;

    CaseRecords(
            CaseAccess access,
            CaseFiles files,
            Timeline timeline,
            CasePages pages,
            CaseDiagrams diagrams,
            WholeRecord whole,
            CaseTalk talk,
            ObjectMapper json) {
        this.access = access;
        this.files = files;
        this.timeline = timeline;
        this.pages = pages;
        this.diagrams = diagrams;
        this.whole = whole;
        this.talk = talk;
        this.json = json.copy().disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    }

    /** The case, or empty both when there is none and when it is none of the reader's business. */
    public Optional<CaseFile> read(String caseNumber, Authentication signedIn) {
        return access.read(caseNumber, Reader.of(signedIn));
    }

    /** The case for the house itself, whoever reads. */
    public Optional<CaseFile> find(String caseNumber) {
        return files.find(caseNumber);
    }

    /** Everything that happened, oldest first. */
    public List<TimelineEntry> entries(CaseFile file) {
        return timeline.of(file);
    }

    /** The case in words, without what can be done on it. */
    public CasePage page(CaseFile file) {
        return pages.of(file, List.of());
    }

    /** All of it, without the bytes of files. */
    public CaseRecord whole(CaseFile file) {
        return whole.of(file, false);
    }

    /** The diagram of a run of that record, read once for all of its version. */
    public BpmnModelInstance model(CaseRecord.Run run) {
        return diagrams.model(run.definitionId());
    }

    /** A file that somebody put to a task of this case; empty where there is none. */
    public Optional<CaseMail.Content> file(CaseFile file, String id) {
        return talk.content(file, id);
    }

    /**
     * Writes the case as JSON, by the schema {@code /audit/case.schema.json}, and leaves the stream open.
     *
     * @param withFiles whether the bytes of attachments go with it, as an archive needs
     */
    public void write(CaseFile file, boolean withFiles, OutputStream out) throws IOException {
        json.writer()
                .with(SerializationFeature.INDENT_OUTPUT)
                .without(com.fasterxml.jackson.core.JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .writeValue(out, whole.of(file, withFiles));
    }
}
