/** A complaint from intake to closing. */
@NullMarked
package io.amends.complaint;

import org.jspecify.annotations.NullMarked;
