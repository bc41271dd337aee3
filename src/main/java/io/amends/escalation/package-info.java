/** Calls for help that go up a chain until somebody has acknowledged them. */
@NullMarked
package io.amends.escalation;

import org.jspecify.annotations.NullMarked;
