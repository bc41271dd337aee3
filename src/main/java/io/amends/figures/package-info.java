/** The managers' figures: what lost customers cost, what winning them back brings, and what each figure rests on. */
@NullMarked
package io.amends.figures;

import org.jspecify.annotations.NullMarked;
