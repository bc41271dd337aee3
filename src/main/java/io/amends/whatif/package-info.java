/** What if: a changed decision table is held against what was asked in the past; nothing is deployed, and nothing is kept. */
@NullMarked
package io.amends.whatif;

import org.jspecify.annotations.NullMarked;
