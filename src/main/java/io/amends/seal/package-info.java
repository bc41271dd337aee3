/** Seals of closed cases: canonical form, chain, check. */
@NullMarked
package io.amends.seal;

import org.jspecify.annotations.NullMarked;
