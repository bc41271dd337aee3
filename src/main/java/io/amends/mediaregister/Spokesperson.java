package io.amends.mediaregister;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of the house who may speak for it (M-6).
 *
 * @param userId their account
 * @param trainedOn day of the last training
 * @param missing which requirements are not met today, in words; empty when they may speak
 */
public record Spokesperson(
        String userId, String name, @Nullable LocalDate trainedOn, List<String> missing) {}
