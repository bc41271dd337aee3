package io.amends.lostcustomer;

import java.util.List;

/** In which role somebody offers something: the highest of their own (K-12). */
final class ProposerRole {

    private static final List<String> ROLES = List.of("directors", "service-managers", "team-leads");

    private ProposerRole() {}

    static String of(List<String> groups) {
        return ROLES.stream().filter(groups::contains).findFirst().orElse(LostCustomerProcess.RETENTION);
    }
}
