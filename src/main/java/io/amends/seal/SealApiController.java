package io.amends.seal;

import io.amends.casefile.CaseFiles;
import io.amends.modeling.FormRefusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whether the record is the one that was sealed, for programs. */
@RestController
@RequestMapping("/api/audit/verify")
@Tag(name = "Seals of closed cases")
class SealApiController {

    private final SealCheck check;
    private final Seals seals;
    private final SealTable table;
    private final DueTable due;
    private final CaseFiles cases;

    SealApiController(SealCheck check, Seals seals, SealTable table, DueTable due, CaseFiles cases) {
        this.check = check;
        this.seals = seals;
        this.table = table;
        this.due = due;
        this.cases = cases;
    }

    @GetMapping
    @PreAuthorize("hasRole('auditors')")
    @Operation(summary = "Checks the chain of seals and compares each sealed case with what the database says now")
    @ApiResponse(
            responseCode = "200",
            description =
                    "intact says whether all holds; if not, firstBroken names the first link that does not and what differs")
    @ApiResponse(responseCode = "400", description = "field names what cannot be meant")
    SealReport verify(
            @Parameter(description = "Only this case") @RequestParam(name = "case", defaultValue = "")
                    String caseNumber,
            @Parameter(description = "A head that was mailed, as 42:9f86…; it has to be in the chain")
                    @RequestParam(defaultValue = "")
                    String head,
            @Parameter(description = "Goes on after this seal; as next of the answer before")
                    @RequestParam(defaultValue = "0")
                    long after,
            @Parameter(description = "Looks at no more seals than these; all without it")
                    @RequestParam(required = false)
                    @Nullable
                    Long limit) {
        if (after < 0) {
            throw new FormRefusal("after", "is the place of a seal, 0 for the beginning");
        }
        if (limit != null && limit < 1) {
            throw new FormRefusal("limit", "is at least 1");
        }
        if (!caseNumber.isBlank()) {
            String one = caseNumber.strip().toUpperCase(Locale.ROOT);
            if (seals.of(one).isEmpty()) {
                throw new FormRefusal("case", whyWithout(one));
            }
            return check.check(one);
        }
        long last = table.head().seq();
        if (after > last) {
            throw new FormRefusal("after", "lies beyond the last seal (%d)".formatted(last));
        }
        return check.check(after, limit == null ? Long.MAX_VALUE : limit, head(head));
    }

    private String whyWithout(String caseNumber) {
        return cases.find(caseNumber)
                .map(file -> {
                    if (!file.state().equals("closed")) {
                        return "is not closed; a case gets its seal once it is closed and has come to rest";
                    }
                    return due.marked(caseNumber)
                            ? "is closed and waits for its seal; its last process has to end and its last letter to leave"
                            : "is closed and has no seal; check the whole chain";
                })
                .orElse("is the number of no case");
    }

    private static @Nullable SealHead head(String text) {
        return text.isBlank()
                ? null
                : SealHead.parse(text)
                        .orElseThrow(() -> new FormRefusal(
                                "head", "is a number, a colon and 64 characters, as in the daily mail: 42:9f86…"));
    }
}
