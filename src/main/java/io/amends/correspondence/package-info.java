/** What the letters of every kind of case have in common: who among colleagues reads them, and codes, dates and money in words. */
@NullMarked
package io.amends.correspondence;

import org.jspecify.annotations.NullMarked;
