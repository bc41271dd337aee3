package io.amends.audit;

import io.amends.casefile.CaseFile;
import io.amends.casefile.CaseRecord;
import io.amends.casefile.CaseRecords;
import io.amends.casefile.UnknownCase;
import io.amends.web.Downloads;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The record of one case as a file, and what people put to its tasks. */
@RestController
@Tag(name = "Audit")
class CaseFilesController {

    private static final MediaType SCHEMA = MediaType.parseMediaType("application/schema+json");

    private final CaseRecords records;
    private final CasePdf pdf;

    CaseFilesController(CaseRecords records, CasePdf pdf) {
        this.records = records;
        this.pdf = pdf;
    }

    @GetMapping("/audit/cases/{caseNumber}.json")
    void file(@PathVariable String caseNumber, Authentication signedIn, HttpServletResponse response)
            throws IOException {
        CaseFile file = read(caseNumber, signedIn);
        saveAs(file.number() + ".json", response);
        write(file, response);
    }

    @GetMapping("/audit/cases/{caseNumber}.pdf")
    void paper(@PathVariable String caseNumber, Authentication signedIn, HttpServletResponse response)
            throws IOException {
        CaseFile file = read(caseNumber, signedIn);
        saveAs(file.number() + ".pdf", response);
        response.setContentType(MediaType.APPLICATION_PDF_VALUE);
        pdf.write(file, response.getOutputStream());
    }

    @GetMapping("/api/audit/cases/{caseNumber}")
    @Operation(
            summary = "Everything that is on record of a case",
            description = "As described by the schema /audit/case.schema.json, without the bytes of attachments.")
    void api(@PathVariable String caseNumber, Authentication signedIn, HttpServletResponse response)
            throws IOException {
        write(read(caseNumber, signedIn), response);
    }

    /** What a JSON export holds; the same for everybody, so that it can be kept. */
    @GetMapping({CaseRecord.SCHEMA, "/api" + CaseRecord.SCHEMA})
    @Operation(summary = "The JSON Schema of the record of a case")
    ResponseEntity<byte[]> schema() throws IOException {
        return ResponseEntity.ok()
                .contentType(SCHEMA)
                .body(new ClassPathResource("record/case.schema.json").getContentAsByteArray());
    }

    @GetMapping("/audit/cases/{caseNumber}/files/{id}")
    ResponseEntity<byte[]> attached(@PathVariable String caseNumber, @PathVariable String id, Authentication signedIn) {
        return records.read(caseNumber, signedIn)
                .flatMap(file -> records.file(file, id))
                .map(it -> Downloads.file(it.name(), it.type(), it.bytes()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private static void saveAs(String name, HttpServletResponse response) {
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment().filename(name).build().toString());
    }

    private void write(CaseFile file, HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setHeader("Link", "<" + CaseRecord.SCHEMA + ">; rel=\"describedby\"");
        records.write(file, false, response.getOutputStream());
    }

    private CaseFile read(String caseNumber, Authentication signedIn) {
        return records.read(caseNumber, signedIn).orElseThrow(UnknownCase::new);
    }
}
