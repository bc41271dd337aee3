package io.amends.churnscan;

import io.amends.web.Unknown;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Scans for lost customers, for programs (L-1). */
@RestController
@RequestMapping("/api/churn-scans")
@Tag(name = "Scans for lost customers")
class ChurnScanController {

    private static final String ASKERS = "hasAnyRole('retention', 'service-managers', 'camunda-admin')";
    private static final String READERS = "hasAnyRole('retention', 'service-managers', 'camunda-admin', 'auditors')";
    private static final int LISTED = 100;

    private final ChurnScans scans;
    private final ScanViews views;

    ChurnScanController(ChurnScans scans, ScanViews views) {
        this.scans = scans;
        this.views = views;
    }

    @PostMapping
    @PreAuthorize(ASKERS)
    @Operation(summary = "Looks for lost customers, as of today or of an earlier day")
    @ApiResponse(
            responseCode = "201",
            description = "The scan has begun; Location names it",
            headers = @Header(name = "Location", description = "Where its progress is told"))
    @ApiResponse(responseCode = "400", description = "The date is none, or has not come yet: field asOf")
    @ApiResponse(
            responseCode = "409",
            description = "A scan is at work already: scan and Location name it. One scan runs at a time")
    ResponseEntity<ScanView> ask(@RequestBody(required = false) @Nullable ScanRequest request, Principal who) {
        ChurnScan scan = scans.ask(request == null ? null : ScanRequest.day(request.asOf()), who.getName());
        return ResponseEntity.created(address(scan.id())).body(views.of(scan));
    }

    @GetMapping
    @PreAuthorize(READERS)
    @Operation(summary = "The latest 100 scans, newest first")
    List<ScanView> latest() {
        return scans.latest(LISTED).stream().map(views::of).toList();
    }

    @GetMapping("/{id}")
    @PreAuthorize(READERS)
    @Operation(summary = "Progress of a scan, and what it found, started and skipped by signal and reason")
    @ApiResponse(responseCode = "200", description = "The scan as it stands")
    @ApiResponse(responseCode = "404", description = "There is no such scan")
    ScanView scan(@PathVariable long id) {
        return scans.find(id).map(views::of).orElseThrow(() -> new Unknown("id", "There is no such scan."));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> running(ScanRunning running) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, running.getMessage());
        problem.setProperty("scan", running.scan());
        problem.setProperty("reason", "is at work already");
        return ResponseEntity.status(HttpStatus.CONFLICT)
                .location(address(running.scan()))
                .body(problem);
    }

    private static URI address(long scan) {
        return URI.create("/api/churn-scans/" + scan);
    }
}
