package io.amends.erasure;

import org.springframework.stereotype.Component;

/** Tells the seals what was lawfully taken away, so that their chain stays whole. */
@Component
class SealKeeper {

    void erased(String caseNumber, long erasureId) {}

    void removed(String caseNumber, long run) {}
}
