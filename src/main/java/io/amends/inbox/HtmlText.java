package io.amends.inbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * An HTML mail as plain text: links keep their address, quotes get {@code >} before each line, the history that Outlook appends gets
 * the rule of underscores that Outlook itself writes in plain text. What is not shown to the sender either is left out.
 */
final class HtmlText {

    static final String RULE = "_".repeat(32);

    private static final int LONGEST = 2_000_000;

    private static final Set<String> UNSEEN =
            Set.of("head", "style", "script", "title", "template", "object", "svg", "noscript", "textarea", "select");
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "table",
            "tr",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "pre",
            "blockquote",
            "center",
            "address",
            "section",
            "article",
            "header",
            "footer",
            "form",
            "fieldset",
            "hr",
            "body",
            "caption",
            "thead",
            "tbody",
            "tfoot",
            "figure",
            "figcaption",
            "main",
            "nav",
            "aside",
            "details",
            "summary",
            "legend");
    private static final Set<String> APART =
            Set.of("p", "table", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote");

    /** Where mail programs put what they append: all that follows is history. */
    private static final Set<String> HISTORY_FROM = Set.of(
            "divrplyfwdmsg", "x_divrplyfwdmsg", "mail-editor-reference-message-container", "olk_src_body_section");

    /** What mail programs call the box around the letter that is answered. */
    private static final String QUOTES = "blockquote, div.yahoo_quoted, div.protonmail_quote, div.tutanota_quote,"
            + " #isReplyContent, #ntes-pcmail-quote,"
            + " .ntes-mailmaster-quote, div.zmail_extra, qqreply, includetail > div.quote";

    /** Gmail's box holds answers too, unless it lacks the marks of what is quoted. */
    private static final String MARKED_BOX = "div.gmail_quote";

    private static final String MARKS_WITHIN = "blockquote, div.gmail_attr";

    private HtmlText() {}

    static String of(String html) {
        String bounded = html.length() > LONGEST ? html.substring(0, LONGEST) : html;
        Document document = Jsoup.parse(bounded);
        Writer writer = new Writer(quotes(document));
        NodeTraversor.traverse(writer, document);
        return writer.text();
    }

    private static Set<Element> quotes(Document document) {
        Set<Element> quotes = new HashSet<>(document.select(QUOTES));
        Set<Element> marked = new HashSet<>();
        for (Element mark : document.select(MARKS_WITHIN)) {
            for (Element above = mark.parent(); above != null && marked.add(above); ) {
                above = above.parent();
            }
        }
        document.select(MARKED_BOX).stream()
                .filter(box -> !marked.contains(box))
                .forEach(quotes::add);
        return quotes;
    }

    private static final class Writer implements NodeVisitor {

        private final Set<Element> quotes;
        private final Deque<Node> unseen = new ArrayDeque<>();
        private final StringBuilder out = new StringBuilder();
        private final StringBuilder line = new StringBuilder();
        private boolean lastIsBlank;
        private int depth;
        private int pre;

        Writer(Set<Element> quotes) {
            this.quotes = quotes;
        }

        String text() {
            endLine();
            return out.toString();
        }

        @Override
        public void head(Node node, int at) {
            if (!unseen.isEmpty() || isUnseen(node)) {
                unseen.push(node);
            } else if (node instanceof TextNode text) {
                words(text.getWholeText());
            } else if (node instanceof Element element) {
                open(element);
            }
        }

        @Override
        public void tail(Node node, int at) {
            if (!unseen.isEmpty()) {
                unseen.pop();
            } else if (node instanceof Element element) {
                close(element);
            }
        }

        private void open(Element element) {
            String name = element.normalName();
            if (BLOCKS.contains(name) || quotes.contains(element)) {
                endLine();
                blankLine(name);
            }
            if (quotes.contains(element)) {
                depth++;
            }
            if (HISTORY_FROM.contains(element.id().toLowerCase(Locale.ROOT))) {
                line.append(RULE);
                endLine();
            }
            switch (name) {
                case "br" -> breakLine();
                case "li" -> line.append("• ");
                case "hr" -> {
                    line.append("-----");
                    endLine();
                }
                case "pre" -> pre++;
                case "img" -> words(picture(element));
                case "td", "th" -> {
                    if (!line.isEmpty()) {
                        line.append("  ");
                    }
                }
                default -> {
                    // inline: its text is all that counts
                }
            }
        }

        private void close(Element element) {
            String name = element.normalName();
            if (name.equals("a")) {
                link(element);
            }
            if (BLOCKS.contains(name) || quotes.contains(element)) {
                endLine();
                blankLine(name);
            }
            if (name.equals("pre")) {
                pre--;
            }
            if (quotes.contains(element)) {
                depth--;
            }
        }

        private void words(String text) {
            if (pre > 0) {
                String[] lines = text.split("\\R", -1);
                for (int i = 0; i < lines.length; i++) {
                    if (i > 0) {
                        breakLine();
                    }
                    line.append(lines[i]);
                }
                return;
            }
            for (int i = 0; i < text.length(); i++) {
                char at = text.charAt(i);
                boolean blank = at == ' ' || at == '\t' || at == '\n' || at == '\r' || at == '\f' || at == '\u00A0';
                if (!blank) {
                    line.append(at);
                } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
                    line.append(' ');
                }
            }
        }

        private void link(Element anchor) {
            String href = anchor.attr("href").strip();
            String lower = href.toLowerCase(Locale.ROOT);
            boolean leads = lower.startsWith("http://")
                    || lower.startsWith("https://")
                    || lower.startsWith("mailto:")
                    || lower.startsWith("tel:");
            String bare = href.replaceFirst("^(?i:mailto:|tel:|https?://)", "");
            String shown = anchor.text().strip();
            if (leads && !bare.isEmpty() && !shown.contains(bare) && !shown.contains(bare.replaceFirst("/$", ""))) {
                line.append(line.isEmpty() || line.charAt(line.length() - 1) == ' ' ? "<" : " <")
                        .append(href.replaceAll("\\s", "%20"))
                        .append('>');
            }
        }

        private static String picture(Element image) {
            boolean pixel = image.attr("width").matches("[01](px)?")
                    || image.attr("height").matches("[01](px)?");
            String alt = image.attr("alt").strip();
            return alt.isEmpty() || pixel ? "" : " [" + alt + "] ";
        }

        private static boolean isUnseen(Node node) {
            if (!(node instanceof Element element)) {
                return false;
            }
            String style = element.attr("style").toLowerCase(Locale.ROOT).replaceAll("\\s", "");
            return UNSEEN.contains(element.normalName())
                    || element.hasAttr("hidden")
                    || style.contains("display:none")
                    || style.contains("mso-hide:all");
        }

        private void breakLine() {
            write(line.toString());
            line.setLength(0);
        }

        private void endLine() {
            if (!line.toString().isBlank()) {
                breakLine();
            }
            line.setLength(0);
        }

        private void blankLine(String name) {
            if (APART.contains(name) && !out.isEmpty() && !lastIsBlank) {
                write("");
            }
        }

        private void write(String text) {
            String shown = pre > 0 ? text.stripTrailing() : text.strip();
            lastIsBlank = shown.isEmpty();
            out.append("> ".repeat(Math.min(depth, 5)))
                    .append(shown.equals("--") ? "-- " : shown)
                    .append('\n');
        }
    }
}
