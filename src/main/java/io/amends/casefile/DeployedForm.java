package io.amends.casefile;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A form as it was deployed.
 *
 * @param shows names of what its texts and tables show
 */
record DeployedForm(String key, int version, String file, List<Field> fields, Set<String> shows) {

    /**
     * @param label in words, the key where it has none
     * @param options how the form calls each value that can be chosen
     */
    record Field(String key, String label, String type, Map<String, String> options) {}
}
