package io.amends.models;

import io.amends.modeling.ModelFinding;
import java.util.List;

/**
 * What a draft would do.
 *
 * @param base id of the deployment that it was compared with
 * @param findings everything that the guard would refuse
 */
record Review(String base, List<File> files, List<ModelFinding> findings) {

    /**
     * A file of the draft.
     *
     * @param came the name that it came with
     * @param fate new, changed or same
     * @param difference to what is deployed; none where it cannot be read
     */
    record File(String name, String came, String fate, String kind, Difference difference) {}

    /** Files that would make a difference. */
    public List<File> getChanged() {
        return files.stream().filter(file -> !file.fate().equals("same")).toList();
    }

    public boolean isClean() {
        return findings.isEmpty();
    }
}
