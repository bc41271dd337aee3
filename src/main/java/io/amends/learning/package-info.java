/** What a complaint teaches. */
@NullMarked
package io.amends.learning;

import org.jspecify.annotations.NullMarked;
