/** Service recovery: one package per module. */
@NullMarked
package io.amends;

import org.jspecify.annotations.NullMarked;
