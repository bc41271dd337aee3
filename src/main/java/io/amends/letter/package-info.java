/** Letters: written once, sent after the commit, answered through links. */
@NullMarked
package io.amends.letter;

import org.jspecify.annotations.NullMarked;
