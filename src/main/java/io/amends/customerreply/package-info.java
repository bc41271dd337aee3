/** Asking a customer, reminding, and waiting. */
@NullMarked
package io.amends.customerreply;

import org.jspecify.annotations.NullMarked;
