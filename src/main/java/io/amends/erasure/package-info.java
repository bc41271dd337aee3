/** Erasing a person, and retention. */
@NullMarked
package io.amends.erasure;

import org.jspecify.annotations.NullMarked;
