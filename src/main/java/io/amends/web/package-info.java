/** What all addresses below {@code /api} share: how they refuse, and how much they read; and how files of strangers are handed out; and a request that is read twice. */
@NullMarked
package io.amends.web;

import org.jspecify.annotations.NullMarked;
