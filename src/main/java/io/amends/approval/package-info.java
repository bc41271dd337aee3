/** Who may decide on a remedy, and what was decided. */
@NullMarked
package io.amends.approval;

import org.jspecify.annotations.NullMarked;
