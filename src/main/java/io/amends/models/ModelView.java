package io.amends.models;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The models page in words; what is not known is blank. */
final class ModelView {

    private ModelView() {}

    /**
     * A model in the list.
     *
     * @param changed when its file was changed last
     * @param since version of that change
     */
    record Row(
            String kind,
            String key,
            String name,
            String file,
            int version,
            String changed,
            int since,
            String by,
            String note,
            long running) {}

    /** Models of one kind. */
    record Section(String kind, String title, List<Row> rows) {}

    /** A deployment. */
    record Deployed(String at, String by, String way, String note) {}

    /** @param files that it changed */
    record Changes(long seq, Deployed deployed, List<ChangedFile> files) {}

    /**
     * A file that a deployment changed, such as {@code complaint/complaint.bpmn} with {@code changed}.
     *
     * @param address of the page that tells what is different, or of the file that is new; null where there is none
     */
    record ChangedFile(String name, String fate, @Nullable String address) {}

    /**
     * A version.
     *
     * @param changed whether its file differs from the one before; a version may only have come along
     */
    record Line(
            int number, String at, String by, String way, String note, boolean changed, boolean latest, long running) {}

    /** A version to compare with another. */
    record Choice(int number, String at) {}

    /** A table of the same file that changed, and the page that tells how. */
    record OtherTable(String name, String address) {}

    /** How many wait at a step of a version. */
    record Step(int version, String id, String name, String type, long count) {}

    /**
     * @param real the last version up to the one that is shown in which its file changed; null where all that are known only came along
     * @param steps of all versions
     */
    record Page(
            String kind,
            String word,
            String key,
            String name,
            String file,
            Line shown,
            @Nullable Line real,
            List<Line> versions,
            int others,
            List<Step> steps,
            long running) {}

    /** A field of a form, or a part that only shows something. */
    record Field(String key, String label, String type, boolean asks, boolean required, String says) {}

    /** Everything for a program. */
    record Json(String kind, String key, String name, List<JsonVersion> versions) {}

    /** @param steps how many wait, by id of the step */
    record JsonVersion(
            int version,
            String deploymentId,
            String file,
            String deployedAt,
            String deployedBy,
            String way,
            String note,
            boolean changed,
            long running,
            Map<String, Long> steps) {}

    record JsonRow(String kind, String key, String name, String file, int version, String deployedAt, long running) {}
}
