package io.amends.seal;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row of a case as the database has it.
 *
 * @param key values of the primary key, parted by slashes
 * @param values by column
 * @param personal columns whose value in this row is personal
 */
record CaseRow(String key, Map<String, @Nullable String> values, Set<String> personal) {}
