/** What all addresses below {@code /api} share: how they refuse, and how much they read. */
@NullMarked
package io.amends.web;

import org.jspecify.annotations.NullMarked;
