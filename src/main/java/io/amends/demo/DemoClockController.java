package io.amends.demo;

import io.amends.clock.HouseClock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets a trainer watch a reminder that is due in three days. */
@RestController
@RequestMapping("/demo/clock")
@Profile("demo")
class DemoClockController {

    private static final String ADVANCE = "advance";

    private final HouseClock clock;
    private final ClockTravel travel;

    DemoClockController(HouseClock clock, ClockTravel travel) {
        this.clock = clock;
        this.travel = travel;
    }

    @GetMapping
    Map<String, Instant> now() {
        return Map.of("now", clock.instant());
    }

    @PostMapping
    Map<String, Instant> move(@RequestBody Map<String, Object> request) {
        request.keySet().stream()
                .filter(key -> !key.equals(ADVANCE))
                .findFirst()
                .ifPresent(unknown -> {
                    throw refused(unknown, "is not known here");
                });
        if (!(request.get(ADVANCE) instanceof String text)) {
            throw refused(ADVANCE, "must be a text such as \"P3D\"");
        }
        return Map.of("now", travel.to(target(text)));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(ErrorResponseException refusal) {
        return ResponseEntity.status(refusal.getStatusCode())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(refusal.getBody());
    }

    private Instant target(String text) {
        try {
            return Advance.parse(text).from(ZonedDateTime.now(clock)).toInstant();
        } catch (IllegalArgumentException e) {
            throw refused(ADVANCE, String.valueOf(e.getMessage()));
        }
    }

    private static ErrorResponseException refused(String field, String reason) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, field + ": " + reason);
        problem.setProperty("field", field);
        problem.setProperty("reason", reason);
        return new ErrorResponseException(HttpStatus.BAD_REQUEST, problem, null);
    }
}
