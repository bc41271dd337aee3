/** Mail that comes in: read, stored, brought to its case. */
@NullMarked
package io.amends.inbox;

import org.jspecify.annotations.NullMarked;
