package io.amends.whatif;

import io.amends.modeling.FormRefusal;
import io.amends.modeling.FormRefusal.Finding;
import io.amends.modeling.ModelFinding;
import io.amends.staff.ModelKeepers;
import io.amends.web.SentName;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** A changed table held against past decisions, for programs. */
@RestController
@Tag(name = "What if")
class WhatIfApi {

    private static final String RETRY_SECONDS = "60";

    private final Trials trials;
    private final Clock clock;

    WhatIfApi(Trials trials, Clock clock) {
        this.trials = trials;
        this.clock = clock;
    }

    @PostMapping(path = "/api/models/what-if", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "How past decisions would have come out by a changed table",
            description =
                    "Looks at the newest 20,000 decisions at most, says so in capped, and deploys and keeps nothing."
                            + " A field set.NAME gives a value for an input that decisions in the past had not;"
                            + " without one they count as untold. failed counts decisions that the table could not make.")
    @ApiResponse(
            responseCode = "200",
            description = "How many came out the same, otherwise, would fail, or cannot be told")
    @ApiResponse(
            responseCode = "400",
            description =
                    "Field table, file, from, to, cases or set.NAME does not fit; findings tells what the check of the"
                            + " file found")
    @ApiResponse(responseCode = "503", description = "Others are asking; try again after Retry-After")
    Result ask(
            @Parameter(description = "The changed .dmn file") @RequestParam("file") MultipartFile file,
            @Parameter(description = "Key of the table, such as complaint-severity") @RequestParam String table,
            @Parameter(description = "First day, such as 2026-01-31; a year before the last if left out")
                    @RequestParam(required = false)
                    @Nullable
                    String from,
            @Parameter(description = "Last day; today if left out") @RequestParam(required = false) @Nullable String to,
            @Parameter(description = "all, closed or open") @RequestParam(required = false) @Nullable String cases,
            @Parameter(hidden = true) @RequestParam Map<String, String> fields,
            Authentication who)
            throws IOException {
        ModelKeepers.check(who);
        List<Finding> findings = new ArrayList<>();
        Question question =
                Question.read(new TreeMap<>(fields), LocalDate.ofInstant(clock.instant(), clock.getZone()), findings);
        String name = SentName.of(file);
        TableFile.check(name, file.getSize(), findings);
        if (question == null || !findings.isEmpty()) {
            throw new FormRefusal(findings);
        }
        List<ModelFinding> wrong = trials.check(name, file.getBytes());
        if (!wrong.isEmpty()) {
            throw refused(wrong);
        }
        return Result.of(trials.run(question, name, file.getBytes()));
    }

    private static ErrorResponseException refused(List<ModelFinding> wrong) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST,
                wrong.size() == 1 ? "file: one finding" : "file: " + wrong.size() + " findings");
        problem.setProperty("field", "file");
        problem.setProperty("reason", wrong.get(0).toString());
        problem.setProperty("findings", wrong);
        return new ErrorResponseException(HttpStatus.BAD_REQUEST, problem, null);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> busy(Busy busy) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .body(ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, busy.getMessage()));
    }

    /**
     * @param inPeriod decisions that there are
     * @param looked of these, the newest
     * @param failed decisions that the changed table could not make
     * @param untold decisions of which that cannot be told, as something was not asked then
     * @param casesOtherwise cases with a decision that comes out otherwise
     * @param casesFailed cases with a decision that fails
     * @param gaps why it cannot be told
     */
    record Result(
            String table,
            String file,
            String from,
            String to,
            String cases,
            long inPeriod,
            int looked,
            boolean capped,
            int same,
            int otherwise,
            int failed,
            int untold,
            int casesOtherwise,
            int casesFailed,
            List<Summary.Pair> outcomes,
            List<Summary.RowHits> rows,
            List<Summary.Missing> missing,
            List<Summary.Failure> failures,
            List<Summary.Failure> gaps) {

        static Result of(Trial trial) {
            Question asked = trial.question();
            Summary found = trial.summary();
            return new Result(
                    asked.table(),
                    trial.fileName(),
                    asked.from().toString(),
                    asked.to().toString(),
                    asked.cases().code(),
                    found.inPeriod(),
                    found.looked(),
                    found.isCapped(),
                    found.same(),
                    found.otherwise(),
                    found.failed(),
                    found.untold(),
                    found.cases(),
                    found.failedCases(),
                    found.outcomes(),
                    found.rows(),
                    found.missing(),
                    found.failures(),
                    found.gaps());
        }
    }
}
