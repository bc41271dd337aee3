package io.amends.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.util.PatternMatchUtils;

/** Which attachments are kept by themselves, so that somebody may open them from a page. */
@Component
class AttachmentRules {

    /** An image that can carry a program. */
    private static final String SVG = "image/svg";

    private static final Set<String> ENDINGS = Set.of(
            "pdf", "png", "jpg", "jpeg", "jpe", "jfif", "gif", "webp", "bmp", "tif", "tiff", "heic", "heif", "avif",
            "txt", "text", "log", "csv", "md", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "odp", "eml");

    private final InboxProperties properties;

    AttachmentRules(InboxProperties properties) {
        this.properties = properties;
    }

    /** Per attachment why its content is left out, or an empty string where it is kept. */
    List<String> leftOut(List<Attached> files) {
        List<String> why = new ArrayList<>();
        int kept = 0;
        for (Attached file : files) {
            String left = kept < properties.mostAttachments()
                    ? leftOut(file)
                    : "more than " + properties.mostAttachments() + " attachments";
            kept += left.isEmpty() ? 1 : 0;
            why.add(left);
        }
        return why;
    }

    private String leftOut(Attached file) {
        if (file.content().length > properties.largestAttachment().toBytes()) {
            return "larger than " + properties.largestAttachment().toMegabytes() + " MB";
        }
        if (!endsAsItShould(file.name())) {
            return "its name does not end like that of a document or picture";
        }
        boolean kept = !file.type().startsWith(SVG)
                && PatternMatchUtils.simpleMatch(properties.types().toArray(String[]::new), file.type());
        return kept ? "" : "files of this kind are not opened here";
    }

    /** The type is what the sender says; the ending decides what a computer does with the file. */
    private static boolean endsAsItShould(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0
                || ENDINGS.contains(
                        name.substring(dot + 1).toLowerCase(Locale.ROOT).strip());
    }
}
