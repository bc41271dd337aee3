package io.amends.moving;

import io.amends.staff.ModelKeepers;
import org.springframework.security.core.Authentication;

/** Who moves cases: who keeps the models; whoever else opens the pages reads. */
final class MoveAccess {

    private MoveAccess() {}

    static boolean mayMove(Authentication signedIn) {
        return ModelKeepers.include(signedIn);
    }

    static void check(Authentication signedIn) {
        ModelKeepers.check(signedIn);
    }
}
