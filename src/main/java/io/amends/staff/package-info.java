/** People, roles, sign-in and what each may do. */
@NullMarked
package io.amends.staff;

import org.jspecify.annotations.NullMarked;
