package io.amends.seal;

import io.amends.modeling.FormRefusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
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

    SealApiController(SealCheck check, Seals seals) {
        this.check = check;
        this.seals = seals;
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
            String one = caseNumber.strip();
            if (seals.of(one).isEmpty()) {
                throw new FormRefusal("case", "names no case that has a seal");
            }
            return check.check(one);
        }
        return check.check(after, limit == null ? Long.MAX_VALUE : limit, head(head));
    }

    private static @Nullable SealHead head(String text) {
        return text.isBlank()
                ? null
                : SealHead.parse(text)
                        .orElseThrow(() -> new FormRefusal(
                                "head", "is a number, a colon and 64 characters, as in the daily mail: 42:9f86…"));
    }
}
