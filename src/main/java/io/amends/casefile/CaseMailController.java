package io.amends.casefile;

import io.amends.web.Downloads;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Files that came with mails, for whoever may read the case that the mail belongs to. */
@Controller
class CaseMailController {

    private final CaseAccess access;
    private final CaseMail mail;

    CaseMailController(CaseAccess access, CaseMail mail) {
        this.access = access;
        this.mail = mail;
    }

    /** @param seen whether a picture is to be shown in the page instead of being saved */
    @GetMapping("/cases/{caseNumber}/mail/{mailNumber}/attachments/{nr:\\d{1,4}}")
    ResponseEntity<byte[]> attachment(
            @PathVariable String caseNumber,
            @PathVariable String mailNumber,
            @PathVariable int nr,
            @RequestParam(defaultValue = "false") boolean seen,
            Authentication signedIn) {
        Optional<CaseMail.Content> found = access.read(caseNumber, Reader.of(signedIn))
                .flatMap(file -> mail.attachment(file.number(), mailNumber, nr));
        return found.map(it -> seen
                        ? Downloads.seen(it.name(), it.type(), it.bytes())
                        : Downloads.file(it.name(), it.type(), it.bytes()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
