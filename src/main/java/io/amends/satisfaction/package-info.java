/** What the customer says afterwards. */
@NullMarked
package io.amends.satisfaction;

import org.jspecify.annotations.NullMarked;
