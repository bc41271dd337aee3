/** Time: the one clock, the calendar, and the promises of time made on a case. */
@NullMarked
package io.amends.clock;

import org.jspecify.annotations.NullMarked;
