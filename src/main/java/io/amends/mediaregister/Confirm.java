package io.amends.mediaregister;

import java.util.Map;

/**
 * What is asked once more before it is done.
 *
 * @param action where the yes goes, with these fields
 * @param back where the no leads
 */
record Confirm(String title, String what, String action, Map<String, String> fields, String back) {}
