package io.amends.modeling;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A deployment that was made just now.
 *
 * @param by user id, or null for the house itself
 * @param note why, in the words of whoever deployed; may be empty
 * @param before content of the set that counted until now
 * @param files content of the new one
 */
public record DeployedModels(
        String deploymentId,
        @Nullable String by,
        ModelWay way,
        String note,
        SortedMap<String, byte[]> before,
        SortedMap<String, byte[]> files) {}
