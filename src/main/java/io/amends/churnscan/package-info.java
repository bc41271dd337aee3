/** The scan for lost customers: who is lost as of a day, and whom the house takes up (L-1). */
@NullMarked
package io.amends.churnscan;

import org.jspecify.annotations.NullMarked;
