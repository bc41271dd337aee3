/** What a diagram, a table or a form may hold: everything else is refused before it is deployed. */
@NullMarked
package io.amends.modeling.guard;

import org.jspecify.annotations.NullMarked;
