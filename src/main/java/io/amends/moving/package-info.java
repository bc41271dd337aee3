/** Running cases are moved to the newest version of their diagrams: what can move, what cannot and why, and the move itself. */
@NullMarked
package io.amends.moving;

import org.jspecify.annotations.NullMarked;
