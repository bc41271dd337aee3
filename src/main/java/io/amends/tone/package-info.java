/** How the house speaks to customers: the list of words, and hints to those who write (T-2). */
@NullMarked
package io.amends.tone;

import org.jspecify.annotations.NullMarked;
