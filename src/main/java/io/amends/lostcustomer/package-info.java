/** A lost customer, from the decision whether to win them back to the evaluation. */
@NullMarked
package io.amends.lostcustomer;

import org.jspecify.annotations.NullMarked;
