package io.amends.moving;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One running process and where it waits.
 *
 * @param item the case that it serves, or itself where it serves none
 * @param caseNumber null where it serves none
 */
record RunningInstance(String id, String item, @Nullable String caseNumber, String definitionId, List<Place> places) {}
