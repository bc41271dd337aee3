/** What must be there before a production start, and how work in the background is run. */
@NullMarked
package io.amends.operations;

import org.jspecify.annotations.NullMarked;
