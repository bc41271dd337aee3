package io.amends.staff;

import java.util.Set;

/**
 * Somebody who is signed in tried to change something and was refused, by whichever door.
 *
 * @param roles as they are called in the code of a door, such as {@code ROLE_auditors}
 * @param method of the call, such as {@code PUT}
 * @param path without what was sent
 */
public record ChangeRefused(String userId, Set<String> roles, String method, String path) {}
