package io.amends.staff;

import java.util.List;

/** Accounts of members of staff, kept in the engine's identity service. */
public interface StaffAccounts {

    /** Makes an account with its groups; an account that exists is left as it is, its password included. */
    void createIfMissing(
            String userId, String firstName, String lastName, String mail, String password, List<String> groups);
}
