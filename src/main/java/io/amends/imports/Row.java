package io.amends.imports;

import java.util.Map;

/**
 * One row in our fields.
 *
 * @param fields only those that are filled
 */
public record Row(long line, Map<String, String> fields) {}
