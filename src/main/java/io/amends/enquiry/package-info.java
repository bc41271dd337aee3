/** A question to another department. */
@NullMarked
package io.amends.enquiry;

import org.jspecify.annotations.NullMarked;
