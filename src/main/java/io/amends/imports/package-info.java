/** Files of other systems: read row by row, mapped to our fields, each row taken or refused on its own. */
@NullMarked
package io.amends.imports;

import org.jspecify.annotations.NullMarked;
