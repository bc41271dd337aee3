package io.amends.modeling;

import java.util.Map;
import java.util.Set;

/** Keeps who deployed what, and what the application itself brought. */
public interface ModelRecord {

    /** Called in the engine's transaction, once for each new deployment, whoever made it. */
    void deployed(DeployedModels models);

    /** What the application, or its folder, brought at its last start: hash by file; empty before the first. */
    Map<String, String> offered();

    /** Of these, files that do not count because people had changed them, too. */
    Set<String> held();

    /** Keeps what it brought now. */
    void offered(Map<String, String> hashes, Set<String> held);
}
