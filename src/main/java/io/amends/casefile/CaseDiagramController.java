package io.amends.casefile;

import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Diagrams for the case page, and what to colour in them. */
@RestController
@RequestMapping("/cases/{caseNumber}/diagrams/{processInstanceId}")
class CaseDiagramController {

    private final CaseAccess access;
    private final CaseDiagrams diagrams;

    CaseDiagramController(CaseAccess access, CaseDiagrams diagrams) {
        this.access = access;
        this.diagrams = diagrams;
    }

    @GetMapping
    ResponseEntity<byte[]> diagram(
            @PathVariable String caseNumber, @PathVariable String processInstanceId, Authentication signedIn) {
        Optional<byte[]> xml =
                access.read(caseNumber, Reader.of(signedIn)).flatMap(file -> diagrams.xml(file, processInstanceId));
        return xml.map(body -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_XML)
                        .body(body))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @GetMapping("/way")
    ResponseEntity<CaseDiagrams.Way> way(
            @PathVariable String caseNumber, @PathVariable String processInstanceId, Authentication signedIn) {
        return ResponseEntity.of(
                access.read(caseNumber, Reader.of(signedIn)).flatMap(file -> diagrams.way(file, processInstanceId)));
    }
}
