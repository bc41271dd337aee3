package io.amends.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A message or one of its parts: a multipart has children, everything else its decoded bytes. */
final class MimePart {

    /** RFC 6838 allows 127 characters on either side; nobody uses them. */
    private static final int LONGEST_TYPE = 100;

    private final Headers headers = new Headers();
    private final List<MimePart> children = new ArrayList<>();
    private byte[] content = {};
    private String defaultType = "text/plain";
    private @Nullable String type;

    Headers headers() {
        return headers;
    }

    List<MimePart> children() {
        return children;
    }

    byte[] content() {
        return content;
    }

    void content(byte[] bytes) {
        content = bytes;
    }

    /** The parts of a digest are messages unless they say otherwise. */
    void partOf(MimePart parent) {
        defaultType = parent.type().equals("multipart/digest") ? "message/rfc822" : "text/plain";
    }

    boolean isMultipart() {
        return !children.isEmpty();
    }

    /** Media type in lower case without parameters. */
    String type() {
        if (type == null) {
            type = foundType();
        }
        return type;
    }

    private String foundType() {
        String declared = headers.token("content-type").replaceAll("\\s", "");
        if (declared.length() <= LONGEST_TYPE && declared.matches("[\\w.+-]+/[\\w.+-]+")) {
            return declared;
        }
        // text without a subtype is plain, a type that nobody can read is bytes if it has a name
        return declared.isEmpty() || fileName() == null || declared.startsWith("text")
                ? defaultType
                : "application/octet-stream";
    }

    @Nullable
    String parameter(String name) {
        return headers.parameters("content-type").get(name);
    }

    /** As the sender wrote it: not safe to use as it is. */
    @Nullable
    String fileName() {
        String name = headers.parameters("content-disposition").get("filename");
        return name != null ? name : parameter("name");
    }

    /** It is to be read where it stands, not to be opened as a file. */
    boolean isInlineText() {
        String type = type();
        boolean readable = type.equals("text/plain")
                || type.equals("text/html")
                || type.equals("text/enriched")
                || type.equals("text/x-amp-html");
        return readable
                && fileName() == null
                && !headers.token("content-disposition").startsWith("attachment");
    }

    /** It and everything in it, in order. */
    Stream<MimePart> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(MimePart::all));
    }
}
