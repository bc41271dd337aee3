package io.amends.inbox;

/** Puts the lines of {@code format=flowed} (RFC 3676) together again. */
final class FlowedText {

    private FlowedText() {}

    /** @param delSp whether the blank at the end of a flowed line is not part of the text */
    static String joined(String text, boolean delSp) {
        StringBuilder out = new StringBuilder(text.length());
        boolean flowing = false;
        int depthBefore = 0;
        for (String line : text.split("\\r?\\n", -1)) {
            int depth = depth(line);
            String content = line.substring(depth);
            if (content.startsWith(" ")) {
                content = content.substring(1);
            }
            boolean signature = content.equals("-- ");
            if (flowing && depth == depthBefore && !signature) {
                append(out, content, delSp);
            } else {
                if (!out.isEmpty()) {
                    out.append('\n');
                }
                out.append(depth == 0 ? "" : ">".repeat(depth) + " ").append(content);
            }
            flowing = content.endsWith(" ") && !signature;
            depthBefore = depth;
        }
        return out.toString();
    }

    private static void append(StringBuilder out, String content, boolean delSp) {
        if (delSp && !out.isEmpty()) {
            out.setLength(out.length() - 1);
        }
        out.append(content);
    }

    private static int depth(String line) {
        int depth = 0;
        while (depth < line.length() && line.charAt(depth) == '>') {
            depth++;
        }
        return depth;
    }
}
