package io.amends.modeling;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All files that are deployed together.
 *
 * @param deploymentId of the engine; empty while nothing is deployed
 * @param files content by stable name, such as {@code complaint/complaint.bpmn}
 */
public record ModelFileSet(String deploymentId, SortedMap<String, byte[]> files) {

    /** Before the first deployment. */
    public static final ModelFileSet NONE = new ModelFileSet("", new TreeMap<>());

    /** These files, with others put in their place or beside them. */
    public SortedMap<String, byte[]> with(Map<String, byte[]> others) {
        SortedMap<String, byte[]> merged = new TreeMap<>(files);
        merged.putAll(others);
        return merged;
    }

    /** SHA-256 of a file. */
    public static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
