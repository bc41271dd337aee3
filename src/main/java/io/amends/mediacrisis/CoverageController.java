package io.amends.mediacrisis;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What monitoring tools find about a crisis (M-12). */
@RestController
@Tag(name = "Media")
class CoverageController {

    private static final String WATCHERS =
            "hasAnyRole('communications', 'service-managers', 'directors', 'camunda-admin')";

    private final MediaCrisisTable crises;
    private final CoverageDesk desk;
    private final Clock clock;

    CoverageController(MediaCrisisTable crises, CoverageDesk desk, Clock clock) {
        this.crises = crises;
        this.desk = desk;
        this.clock = clock;
    }

    /** @param known true when it had been told before, else missing */
    record Answer(
            String caseNumber,
            String source,
            String externalId,
            String outlet,
            @Nullable Boolean known) {}

    @PostMapping(path = "/api/cases/{caseNumber}/coverage", consumes = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize(WATCHERS)
    @Operation(summary = "Records a report about a media crisis; counted in the round that is under way")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = CoverageBody.class)))
    @ApiResponse(responseCode = "201", description = "Recorded")
    @ApiResponse(responseCode = "200", description = "Had been recorded before; nothing has changed")
    @ApiResponse(responseCode = "404", description = "No media crisis has this number")
    @ApiResponse(responseCode = "409", description = "The crisis is closed")
    ResponseEntity<Answer> record(
            @PathVariable String caseNumber, @RequestBody JsonNode body, Authentication signedIn) {
        MediaCrisis crisis = crises.find(caseNumber)
                .orElseThrow(() -> problem(
                        HttpStatus.NOT_FOUND, "is no media crisis", "There is no media crisis of this number."));
        if (crisis.closedAt() != null) {
            throw problem(
                    HttpStatus.CONFLICT,
                    "is closed",
                    "This media crisis is closed. Report it as a new media event where it begins again.");
        }
        CoverageDesk.Taken taken = desk.take(caseNumber, CoverageRequest.read(body, clock), signedIn.getName());
        Coverage coverage = taken.coverage();
        Answer answer = new Answer(
                caseNumber,
                coverage.source(),
                coverage.externalId(),
                coverage.outletName(),
                taken.known() ? true : null);
        return ResponseEntity.status(taken.known() ? HttpStatus.OK : HttpStatus.CREATED)
                .body(answer);
    }

    private static ErrorResponseException problem(HttpStatus status, String reason, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("about:blank"));
        problem.setProperty("field", "caseNumber");
        problem.setProperty("reason", reason);
        return new ErrorResponseException(status, problem, null);
    }
}
