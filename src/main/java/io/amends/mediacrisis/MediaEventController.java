package io.amends.mediacrisis;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.clock.CaseClocks;
import io.amends.modeling.AsTheHouse;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Media events from monitoring tools and from the media desk (M-1). */
@RestController
class MediaEventController {

    private final MediaIntake intake;
    private final CaseClocks clocks;
    private final AsTheHouse house;
    private final Clock clock;

    MediaEventController(MediaIntake intake, CaseClocks clocks, AsTheHouse house, Clock clock) {
        this.intake = intake;
        this.clocks = clocks;
        this.house = house;
        this.clock = clock;
    }

    @PostMapping(path = "/api/media-events", consumes = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("hasAnyRole('communications', 'service-managers', 'directors', 'camunda-admin')")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = MediaEventBody.class)))
    @ApiResponse(
            responseCode = "201",
            description =
                    "Logged, as a case of its own or with an open one on the same matter; the header Location names it")
    @ApiResponse(responseCode = "200", description = "Had been taken before")
    ResponseEntity<Answer> take(@RequestBody JsonNode body) {
        MediaIntake.Taken taken =
                intake.take(MediaEventRequest.read(body, house.caller().orElse(null), clock));
        URI location = URI.create("/api/cases/" + taken.caseNumber());
        return taken.known()
                ? ResponseEntity.ok().location(location).body(answer(taken))
                : ResponseEntity.created(location).body(answer(taken));
    }

    private Answer answer(MediaIntake.Taken taken) {
        return new Answer(
                taken.caseNumber(),
                taken.level(),
                taken.joined(),
                taken.known() ? true : null,
                taken.deadlinePassed(),
                dues(taken));
    }

    /** Those that run, and the one of the journalist's call, which starts with its task a moment later (M-5). */
    private List<Due> dues(MediaIntake.Taken taken) {
        List<Due> dues = new ArrayList<>(clocks.of(taken.caseNumber()).stream()
                .map(running -> new Due(running.name(), running.due()))
                .toList());
        MediaIntake.Call call = taken.call();
        if (call != null && dues.stream().noneMatch(due -> due.name().equals(call.clock()))) {
            dues.add(new Due(call.clock(), call.until()));
        }
        return dues;
    }

    /**
     * What a sender learns.
     *
     * @param level 1 watch, 2 respond, 3 crisis
     * @param joined whether it joined a crisis that was open
     * @param known true when this very event had been taken before, else missing
     * @param deadlinePassed whether the journalist's deadline lay behind already, so that its clock has run out
     */
    record Answer(
            String caseNumber,
            @Nullable Integer level,
            boolean joined,
            @Nullable Boolean known,
            boolean deadlinePassed,
            List<Due> clocks) {}

    /** A clock of the case and when it is due. */
    record Due(String name, Instant due) {}
}
