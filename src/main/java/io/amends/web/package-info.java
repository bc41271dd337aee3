/**
 * What all addresses below {@code /api} share: how they refuse, and how much they read; and how files of strangers are handed out; a
 * request that is read twice; and what somebody typed as the pattern of a search.
 */
@NullMarked
package io.amends.web;

import org.jspecify.annotations.NullMarked;
