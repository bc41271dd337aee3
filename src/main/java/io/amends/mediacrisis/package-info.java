/** The process {@code media-crisis} and what it calls: answering within the hour, with one voice, until it is over (M-1 to M-16). */
@NullMarked
package io.amends.mediacrisis;

import org.jspecify.annotations.NullMarked;
