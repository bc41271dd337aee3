package io.amends.modeling.guard;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.modeling.ModelCheck;
import io.amends.modeling.ModelFinding;
import io.amends.modeling.ModelSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.springframework.stereotype.Component;

/** Every text of a form: its FEEL calls no program, its HTML is plain, and what people typed is shown as text and nowhere else. */
@Component
class FormContentCheck implements ModelCheck {

    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("(?:#(?:if|loop)\\s+)?(.*)", Pattern.DOTALL);
    /** Stands, with a number, for whatever a template puts in. */
    private static final String FILLED_IN = "\uE000";

    private static final Pattern NOTHING_ELSE = Pattern.compile(FILLED_IN + "(\\d{1,4})" + FILLED_IN);

    /** Addresses that the house makes; never what somebody typed. */
    private static final Pattern OWN_ADDRESS = Pattern.compile("[a-z][A-Za-z]*\\.path");

    private static final Set<String> TAGS = Set.of(
            "p",
            "div",
            "span",
            "strong",
            "em",
            "b",
            "i",
            "u",
            "small",
            "code",
            "blockquote",
            "br",
            "hr",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "dl",
            "dt",
            "dd",
            "ul",
            "ol",
            "li",
            "table",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
            "a");
    private static final Set<String> ATTRIBUTES =
            Set.of("class", "href", "target", "rel", "title", "colspan", "rowspan", "lang");
    private static final Set<String> FRAMES = Set.of("iframe", "documentPreview", "filepicker");

    @Override
    public List<ModelFinding> check(ModelSet models) {
        List<ModelFinding> findings = new ArrayList<>();
        FeelRules feel = new FeelRules();
        Set<String> ids = new HashSet<>();
        models.forms().forEach((file, form) -> {
            new Content(file, feel, findings).check(form);
            if (!ids.add(form.path("id").asText())) {
                findings.add(ModelFinding.of(
                        file,
                        "another form has the id '" + form.path("id").asText() + "', too",
                        "give it the name of its file"));
            }
        });
        return findings;
    }

    /** One pass over one form. */
    private record Content(String file, FeelRules feel, List<ModelFinding> findings) {

        void check(JsonNode form) {
            String name = ModelSet.namedAfter(file);
            if (!form.path("id").asText().equals(name)) {
                findings.add(ModelFinding.of(
                        file,
                        "the form has the id '" + form.path("id").asText() + "'",
                        "give form and file the same name"));
            }
            value(form, form, "");
            twice(form.path("components"), "", new HashSet<>(), new HashMap<>());
        }

        /**
         * A key may stand on several fields of which the conditions show one; never where one of them is shown always, or two under the
         * same condition.
         *
         * @param hidden conditions of the groups around
         */
        private void twice(JsonNode components, String hidden, Set<String> ids, Map<String, Set<String>> conditions) {
            for (JsonNode component : components) {
                String id = component.path("id").asText("");
                if (!id.isEmpty() && !ids.add(id)) {
                    find(component, "two components have the id '" + id + "'", "give one of them another");
                }
                String hide =
                        component.path("conditional").path("hide").asText("").strip();
                String hides = hide.isEmpty() ? hidden : hidden + "\n" + hide;
                String key = component.path("key").asText("");
                if (!key.isEmpty()) {
                    Set<String> others = conditions.computeIfAbsent(key, it -> new HashSet<>());
                    boolean bothShown =
                            others.contains(hides) || (!others.isEmpty() && (hides.isEmpty() || others.contains("")));
                    if (bothShown) {
                        find(
                                component,
                                "two fields have the key '" + key + "', and both may be shown",
                                "give one of them another key, or hide one where the other is shown");
                    }
                    others.add(hides);
                }
                twice(component.path("components"), hides, ids, conditions);
            }
        }

        private void value(JsonNode node, JsonNode component, String key) {
            if (node.isObject()) {
                JsonNode around = node.has("type") && node.has("id") ? node : component;
                component(node);
                for (Map.Entry<String, JsonNode> field : node.properties()) {
                    value(field.getValue(), around, field.getKey());
                }
            } else if (node.isArray()) {
                node.forEach(child -> value(child, component, key));
            } else if (node.isTextual()) {
                text(node.asText(), component, key);
            }
        }

        private void component(JsonNode node) {
            String type = node.path("type").asText();
            if (FRAMES.contains(type)) {
                find(node, "shows a page or a file from elsewhere (" + type + ")", "take it out, or make a link of it");
            } else if (type.equals("image") && !node.path("source").asText().startsWith("data:image/")) {
                find(node, "shows a picture from elsewhere", "put the picture itself there (data:image/…)");
            }
        }

        private void text(String text, JsonNode component, String key) {
            String type = component.path("type").asText();
            if (text.strip().startsWith("=")) {
                feel.expression(text.strip().substring(1)).ifPresent(fault -> find(component, fault));
            }
            if (text.toLowerCase(Locale.ROOT).replaceAll("\\s", "").contains("javascript:")) {
                find(component, "has a script in '" + key + "'", "take it out");
            }
            templates(text, component);
            if (type.equals("html") && key.equals("content")) {
                html(text, component);
            } else if (type.equals("text") && key.equals("text")) {
                if (text.contains("{{")) {
                    find(
                            component,
                            "puts what people typed into a text that is read as Markdown",
                            "use an HTML view, which shows it as it is");
                }
                html(text, component);
            }
        }

        private void templates(String text, JsonNode component) {
            Matcher templates = TEMPLATE.matcher(text);
            while (templates.find()) {
                String inner = templates.group(1).strip();
                if (!inner.startsWith("/")) {
                    Matcher tag = TAG.matcher(inner);
                    Optional<Fault> fault =
                            tag.matches() ? feel.expression(tag.group(1).strip()) : Optional.empty();
                    fault.ifPresent(found -> find(component, found));
                }
            }
        }

        private void html(String text, JsonNode component) {
            if (text.contains(FILLED_IN)) {
                find(component, "holds a character that no text needs", "type it anew");
                return;
            }
            List<String> filled = new ArrayList<>();
            Matcher templates = TEMPLATE.matcher(text);
            StringBuilder plain = new StringBuilder();
            while (templates.find()) {
                String inner = templates.group(1).strip();
                boolean shows = !inner.startsWith("/") && !inner.startsWith("#");
                if (shows) {
                    filled.add(inner);
                }
                templates.appendReplacement(plain, shows ? FILLED_IN + (filled.size() - 1) + FILLED_IN : "");
            }
            templates.appendTail(plain);
            if (plain.toString().contains("<" + FILLED_IN) || plain.toString().contains("</" + FILLED_IN)) {
                find(component, "makes tags of what people typed", "show it as text");
            }
            for (Node node : Jsoup.parseBodyFragment(plain.toString()).body().childNodes()) {
                html(node, component, filled);
            }
        }

        private void html(Node node, JsonNode component, List<String> filled) {
            if (node instanceof Comment || node instanceof DataNode) {
                find(component, "has a comment or code in its HTML", "take it out");
            } else if (node instanceof Element element) {
                if (!TAGS.contains(element.tagName())) {
                    find(
                            component,
                            "uses the HTML element '" + element.tagName() + "'",
                            "use plain text, lists and tables only");
                }
                for (Attribute attribute : element.attributes()) {
                    attribute(element, attribute, component, filled);
                }
            }
            for (Node child : node.childNodes()) {
                html(child, component, filled);
            }
        }

        private void attribute(Element element, Attribute attribute, JsonNode component, List<String> filled) {
            String name = attribute.getKey().toLowerCase(Locale.ROOT);
            String value = attribute.getValue();
            if (!ATTRIBUTES.contains(name)) {
                find(
                        component,
                        "uses '" + name + "' on the HTML element '" + element.tagName() + "'",
                        "leave it away; class is enough for how it looks");
            } else if (value.contains(FILLED_IN)) {
                Matcher alone = NOTHING_ELSE.matcher(value);
                boolean own = name.equals("href")
                        && alone.matches()
                        && OWN_ADDRESS
                                .matcher(filled.get(Integer.parseInt(alone.group(1))))
                                .matches();
                if (!own) {
                    find(component, "puts what people typed into the attribute '" + name + "'", "show it as text");
                }
            } else if (name.equals("href") && !value.matches("https://.*|/.*|#.*|tel:.*|mailto:.*")) {
                find(component, "links to '" + value + "'", "link to https:// or to a page of the house");
            }
        }

        private void find(JsonNode component, Fault fault) {
            find(component, fault.what(), fault.todo());
        }

        private void find(JsonNode component, String what, String todo) {
            String id = component.path("key").asText(component.path("id").asText());
            String label = ModelFinding.oneLine(component.path("label").asText(""));
            findings.add(new ModelFinding(file, id, label, what, todo));
        }
    }
}
