/** Calling people out until a named one has answered for each role (M-3, C-5). */
@NullMarked
package io.amends.callout;

import org.jspecify.annotations.NullMarked;
