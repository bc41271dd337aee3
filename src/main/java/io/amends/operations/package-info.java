/** What must be there before a production start. */
@NullMarked
package io.amends.operations;

import org.jspecify.annotations.NullMarked;
