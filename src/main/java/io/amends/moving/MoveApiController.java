package io.amends.moving;

import io.amends.modeling.FormRefusal;
import io.amends.staff.ModelKeepers;
import io.amends.web.Unknown;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Moves of running cases to the newest version of their diagrams, for programs. */
@RestController
@RequestMapping("/api/models/moves")
@Tag(name = "Moves of running cases")
class MoveApiController {

    private static final int LISTED = 100;

    private final Moves moves;
    private final MoveTable table;
    private final MoveViews views;

    MoveApiController(Moves moves, MoveTable table, MoveViews views) {
        this.moves = moves;
        this.table = table;
        this.views = views;
    }

    @PostMapping
    @Operation(
            summary = "Moves running cases to the newest version of their diagrams",
            description =
                    "A case moves as a whole, with all processes that run for it, or stays as a whole with the reason")
    @ApiResponse(
            responseCode = "201",
            description = "The move has begun; Location names it",
            headers = @Header(name = "Location", description = "Where its progress is told"))
    @ApiResponse(responseCode = "400", description = "Field process, versions, to or steps does not fit")
    @ApiResponse(
            responseCode = "409",
            description = "A move of this process is not over yet: move and Location name it")
    ResponseEntity<MoveView> start(@RequestBody MoveRequest request, Authentication who) {
        ModelKeepers.check(who);
        if (request.process() == null || request.process().isBlank()) {
            throw new FormRefusal("process", "is required");
        }
        long id =
                moves.start(request.process(), request.fromVersions(), request.to(), request.matches(), who.getName());
        return ResponseEntity.created(address(id)).body(view(id));
    }

    @GetMapping
    @Operation(summary = "The latest 100 moves, newest first")
    List<MoveView> latest() {
        return table.page(Long.MAX_VALUE, LISTED).stream().map(views::of).toList();
    }

    @GetMapping("/{id}")
    @Operation(summary = "How far a move is, and what stands in the way of cases that stay")
    @ApiResponse(responseCode = "200", description = "The move as it stands")
    @ApiResponse(responseCode = "404", description = "There is no such move")
    MoveView move(@PathVariable long id) {
        return view(id);
    }

    @PostMapping("/{id}/stop")
    @Operation(summary = "Stops a move before the next case; what was moved stays moved")
    @ApiResponse(responseCode = "200", description = "The move as it stands")
    @ApiResponse(responseCode = "404", description = "There is no such move")
    MoveView stop(@PathVariable long id, Authentication who) {
        ModelKeepers.check(who);
        moves.stop(id, who.getName());
        return view(id);
    }

    @PostMapping("/{id}/continue")
    @Operation(summary = "Lets a stopped move go on")
    @ApiResponse(responseCode = "200", description = "The move as it stands")
    @ApiResponse(responseCode = "404", description = "There is no such move")
    MoveView goOn(@PathVariable long id, Authentication who) {
        ModelKeepers.check(who);
        moves.goOn(id);
        return view(id);
    }

    private MoveView view(long id) {
        return table.find(id).map(views::of).orElseThrow(() -> new Unknown("id", "There is no such move."));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unfinished(MoveUnfinished unfinished) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, unfinished.getMessage());
        problem.setProperty("move", unfinished.move());
        problem.setProperty("reason", "is not over");
        return ResponseEntity.status(HttpStatus.CONFLICT)
                .location(address(unfinished.move()))
                .body(problem);
    }

    private static URI address(long id) {
        return URI.create("/api/models/moves/" + id);
    }
}
