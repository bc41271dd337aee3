/** What all addresses below {@code /api} share: how they refuse, and how much they read; and how files of strangers are handed out. */
@NullMarked
package io.amends.web;

import org.jspecify.annotations.NullMarked;
