/** What was promised to a customer, tracked until kept. */
@NullMarked
package io.amends.promise;

import org.jspecify.annotations.NullMarked;
