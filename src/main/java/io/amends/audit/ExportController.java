package io.amends.audit;

import io.amends.modeling.FormRefusal;
import io.amends.web.CsvFile;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The cases that a search finds, as files; a search that cannot match is refused with every reason. */
@Controller
@Tag(name = "Audit")
class ExportController {

    /** With its seconds, also where they are none. */
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX", Locale.ROOT);

    private final SearchReader reader;
    private final CaseExport export;
    private final ExportProgress progress;
    private final ExportFacts facts;
    private final DecisionAnswers decisions;
    private final XesEvents events;
    private final Clock clock;

    ExportController(
            SearchReader reader,
            CaseExport export,
            ExportProgress progress,
            ExportFacts facts,
            DecisionAnswers decisions,
            XesEvents events,
            Clock clock) {
        this.reader = reader;
        this.export = export;
        this.progress = progress;
        this.facts = facts;
        this.decisions = decisions;
        this.events = events;
        this.clock = clock;
    }

    @GetMapping({"/audit/cases.csv", "/api/audit/cases.csv"})
    @Operation(
            summary = "The cases that a search finds, as CSV",
            description =
                    "A row for each case; parameters are those of the search, and what cannot match is refused with 400")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/csv"))
    void csv(
            @ParameterObject AuditSearch search,
            @Parameter(hidden = true) @RequestParam(name = "export", defaultValue = "") String id,
            @Parameter(hidden = true) @RequestParam Map<String, String> parameters,
            Principal who,
            HttpServletResponse response)
            throws IOException {
        CaseCriteria criteria = criteria(search, parameters);
        CsvFile file = CsvFile.answer(
                response,
                name("csv"),
                "case",
                "process",
                "customer",
                "subject",
                "state",
                "outcome",
                "severity",
                "owner",
                "opened_at",
                "closed_at",
                "groups",
                "decisions",
                "breached_clocks",
                "letters");
        DecisionAnswers.Today answers = decisions.today();
        export.run(
                criteria,
                who.getName(),
                id,
                response::flushBuffer,
                page -> {
                    Map<String, ExportFacts.Of> known = facts.of(page);
                    for (CaseRow row : page) {
                        ExportFacts.Of of = known.getOrDefault(row.number(), ExportFacts.Of.NOTHING);
                        file.row(
                                row.number(),
                                row.process(),
                                row.customer(),
                                row.subject(),
                                row.state(),
                                row.outcome(),
                                row.severity(),
                                row.owner(),
                                moment(row.openedAt()),
                                moment(row.closedAt()),
                                of.text(MarkKind.GROUP),
                                answers.text(of.of(MarkKind.DECISION)),
                                of.text(MarkKind.CLOCK),
                                of.letters());
                    }
                },
                file::end);
    }

    @GetMapping({"/audit/cases.xes", "/api/audit/cases.xes"})
    @Operation(
            summary = "The cases that a search finds, as an event log (XES, IEEE 1849)",
            description =
                    "A trace for each case; parameters are those of the search, and what cannot match is refused with 400")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/xml"))
    void xes(
            @ParameterObject AuditSearch search,
            @Parameter(hidden = true) @RequestParam(name = "export", defaultValue = "") String id,
            @Parameter(hidden = true) @RequestParam Map<String, String> parameters,
            Principal who,
            HttpServletResponse response)
            throws IOException {
        CaseCriteria criteria = criteria(search, parameters);
        response.setContentType("application/xml;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name("xes")).build().toString());
        XesFile file = new XesFile(response.getOutputStream(), clock.getZone());
        export.run(
                criteria,
                who.getName(),
                id,
                () -> file.begin("Cases of the house", clock.instant().truncatedTo(ChronoUnit.SECONDS)),
                page -> events.of(page).forEach(file::trace),
                file::end);
    }

    /** How far an export of one's own is; 404 for one that nobody on this node writes or wrote lately. */
    @GetMapping("/audit/exports/{id}")
    ResponseEntity<ExportProgress.State> progress(@PathVariable String id, Principal who) {
        return ResponseEntity.of(progress.of(id, who.getName()));
    }

    private CaseCriteria criteria(AuditSearch search, Map<String, String> parameters) {
        SearchReader.Understood understood = reader.read(search, parameters.keySet());
        if (!understood.matchable()) {
            throw new FormRefusal(understood.findings());
        }
        return understood.criteria();
    }

    private String name(String ending) {
        return "cases-%s.%s".formatted(LocalDate.ofInstant(clock.instant(), clock.getZone()), ending);
    }

    private @Nullable String moment(@Nullable Instant at) {
        return at == null ? null : MOMENT.format(at.atZone(clock.getZone()));
    }
}
