package io.amends.models;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a process, a table or a form, and the deployment that made it.
 *
 * @param file of the deployment, such as {@code complaint/complaint.bpmn}
 * @param at when it was deployed
 * @param by user id, or null for the house itself, or when nobody kept it
 * @param way code of the way it came, or null for what was deployed before that was kept
 * @param note why, in the words of whoever deployed
 * @param changed whether its file differs from the version before; true where that was not kept
 */
record Version(
        int number,
        String definitionId,
        String key,
        String name,
        String file,
        String deploymentId,
        Instant at,
        @Nullable String by,
        @Nullable String way,
        String note,
        boolean changed) {}
