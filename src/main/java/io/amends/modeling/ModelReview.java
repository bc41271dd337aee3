package io.amends.modeling;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Looks at changed models as a deployment would, and deploys nothing. */
public interface ModelReview {

    /**
     * @param files content by file name; with or without the folder, as {@link #merged}
     * @return everything that is wrong with the deployed set once these files have taken their places in it; empty when nothing is
     */
    List<ModelFinding> check(Map<String, byte[]> files);

    /**
     * The set that is deployed now with these files in it. A file without a folder takes the place of the one that defines the same
     * process, table or form; a new one goes into the folder of its process.
     *
     * @return content by name, such as {@code complaint/complaint.bpmn}
     * @throws ModelRefusal when two of them are one file of the set
     */
    SortedMap<String, byte[]> merged(Map<String, byte[]> files);
}
