/** The auditors' desk: search, the record of a case, what auditors opened, exports, figures. */
@NullMarked
package io.amends.audit;

import org.jspecify.annotations.NullMarked;
