package io.amends.complaint;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.casefile.CaseFile;
import io.amends.casefile.CaseFiles;
import io.amends.clock.CaseClocks;
import io.amends.imports.CsvImports;
import io.amends.imports.ImportWords;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Complaints from other systems, one by one or as a file. */
@RestController
class ComplaintController {

    private static final String INTEGRATORS =
            "hasAnyRole('service-agents', 'team-leads', 'service-managers', 'camunda-admin')";
    private static final String IMPORTERS = "hasAnyRole('service-managers', 'camunda-admin')";

    private final ComplaintIntake intake;
    private final CaseFiles cases;
    private final CaseClocks clocks;
    private final CsvImports imports;
    private final ComplaintImport complaints;
    private final Clock clock;

    ComplaintController(
            ComplaintIntake intake,
            CaseFiles cases,
            CaseClocks clocks,
            CsvImports imports,
            ComplaintImport complaints,
            Clock clock) {
        this.intake = intake;
        this.cases = cases;
        this.clocks = clocks;
        this.imports = imports;
        this.complaints = complaints;
        this.clock = clock;
    }

    @PostMapping(path = "/api/complaints", consumes = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize(INTEGRATORS)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = ComplaintBody.class)))
    @ApiResponse(responseCode = "201", description = "Taken in as a new case, which the header Location names")
    @ApiResponse(responseCode = "200", description = "Joined an open case on the same matter, or had been taken before")
    ResponseEntity<Answer> take(@RequestBody JsonNode body) {
        var taken = intake.take(ComplaintRequest.read(body, clock));
        var answer = answer(taken);
        var location = URI.create("/api/cases/" + taken.caseNumber());
        return taken.joined() || taken.known()
                ? ResponseEntity.ok().location(location).body(answer)
                : ResponseEntity.created(location).body(answer);
    }

    @Operation(summary = "Import complaints", description = ImportWords.ANSWER)
    @PostMapping(path = "/api/complaints/import", consumes = "text/csv")
    @PreAuthorize(IMPORTERS)
    void importBody(
            HttpServletRequest request,
            HttpServletResponse response,
            @Parameter(description = ImportWords.SOURCE) @RequestParam(defaultValue = "import") String source,
            @Parameter(description = ImportWords.MAPPING) @RequestParam(required = false) @Nullable String mapping)
            throws IOException {
        imports.run(complaints, request.getInputStream(), request.getContentType(), source, mapping, response);
    }

    @Operation(summary = "Import complaints", description = ImportWords.ANSWER)
    @PostMapping(path = "/api/complaints/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @PreAuthorize(IMPORTERS)
    void importFile(
            @RequestParam MultipartFile file,
            HttpServletResponse response,
            @Parameter(description = ImportWords.SOURCE) @RequestParam(defaultValue = "import") String source,
            @Parameter(description = ImportWords.MAPPING) @RequestParam(required = false) @Nullable String mapping)
            throws IOException {
        imports.run(complaints, file.getInputStream(), file.getContentType(), source, mapping, response);
    }

    private Answer answer(ComplaintIntake.Taken taken) {
        return new Answer(
                taken.caseNumber(),
                cases.find(taken.caseNumber()).map(CaseFile::severity).orElse(null),
                clocks.of(taken.caseNumber()).stream()
                        .map(running -> new Due(running.name(), running.due()))
                        .toList(),
                taken.joined() ? true : null,
                taken.known() ? true : null);
    }

    /**
     * What a sender learns.
     *
     * @param joined true when it joined a case that was open, else missing
     * @param known true when it had been taken before, else missing
     */
    record Answer(
            String caseNumber,
            @Nullable String severity,
            List<Due> clocks,
            @Nullable Boolean joined,
            @Nullable Boolean known) {}

    /** A clock of the case and when it is due. */
    record Due(String name, Instant due) {}
}
