package io.amends.modeling;

import org.jspecify.annotations.Nullable;

/**
 * A process as the checks of a start see it.
 *
 * @param form its start form, or null when people do not start it
 */
record StartSheet(String processKey, @Nullable FormSchema form) {}
