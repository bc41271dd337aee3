/** The case: number, register, record and page. */
@NullMarked
package io.amends.casefile;

import org.jspecify.annotations.NullMarked;
