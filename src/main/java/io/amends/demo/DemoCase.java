package io.amends.demo;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One complaint of {@code demo/cases.yaml} and how far it has come.
 *
 * @param name tells it from the others, also after a restart
 * @param customer number of a demo customer
 * @param takenBy user id of whoever typed it in, or null when the customer did
 * @param hoursAgo how long ago it was received, or null for now
 */
record DemoCase(
        String name,
        String customer,
        @Nullable String takenBy,
        String channel,
        String subject,
        @Nullable String product,
        String narrative,
        @Nullable String wish,
        @Nullable String urgency,
        @Nullable String harm,
        boolean safetyRisk,
        boolean legalThreat,
        boolean mediaThreat,
        @Nullable Integer hoursAgo,
        @Nullable List<Step> steps) {

    /**
     * One thing that happens: a task is done, the customer says something, or a waiting time is over.
     *
     * @param task id of a task in the diagrams, done as the user {@code as} with {@code fields} of its form
     * @param customer {@code accepts}, {@code declines}, {@code replies}, {@code withdraws} or {@code rates}
     * @param text what the customer says with it
     * @param score of a survey
     * @param afterWaitingIn process whose next timer runs at once
     */
    record Step(
            @Nullable String task,
            @Nullable String as,
            @Nullable Map<String, Object> fields,
            @Nullable String customer,
            @Nullable String text,
            @Nullable Integer score,
            @Nullable String afterWaitingIn) {}
}
