package io.amends.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.TestingAuthenticationToken;

/** What programs are told of one case. */
class CaseApiControllerTest {

    private static final String CRISIS = "MCR-2026-000001";
    private static final String COMPLAINT = "CMP-2026-000001";

    private final CaseAccess access = mock();
    private final CaseDetails crises = mock();
    private final CaseApiController api =
            new CaseApiController(access, mock(), mock(), mock(), mock(), mock(), mock(), mock(), List.of(crises));

    @Test
    void of_a_crisis_they_are_told_its_level_beside_the_severity_and_of_nothing_else_m2() {
        when(crises.processKey()).thenReturn("media-crisis");
        when(crises.level(any())).thenReturn(Optional.of(2));
        isKept(CRISIS, "media-crisis");
        isKept(COMPLAINT, "complaint");

        assertThat(answer(CRISIS).level()).isEqualTo(2);
        assertThat(answer(CRISIS).severity()).isEqualTo("S2");
        assertThat(answer(COMPLAINT).level()).isNull();
        assertThat(answer(COMPLAINT).severity()).isEqualTo("S2");
    }

    private CaseApiController.CaseAnswer answer(String caseNumber) {
        return api.view(caseNumber, new TestingAuthenticationToken("agent", "", "service-agents"));
    }

    private void isKept(String caseNumber, String process) {
        CaseFile file = mock();
        when(file.number()).thenReturn(caseNumber);
        when(file.processKey()).thenReturn(process);
        when(file.severity()).thenReturn("S2");
        when(access.read(eq(caseNumber), any())).thenReturn(Optional.of(file));
    }
}
