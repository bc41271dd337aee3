package io.amends.staff;

import org.jspecify.annotations.Nullable;

/** A member of staff. */
public record Person(String userId, String name, @Nullable String mail) {}
