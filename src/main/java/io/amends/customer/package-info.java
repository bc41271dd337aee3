/** Who the customers are, what they bought and what they allow. */
@NullMarked
package io.amends.customer;

import org.jspecify.annotations.NullMarked;
