/** Models and forms: deployed, checked, and tied to Java. */
@NullMarked
package io.amends.modeling;

import org.jspecify.annotations.NullMarked;
