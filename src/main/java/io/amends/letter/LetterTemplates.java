package io.amends.letter;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Letters as templates: {@code letters/<name>/<en|zh>.html} with the subject as its title, and a {@code .txt} twin. */
@Component
class LetterTemplates {

    private static final Pattern NAME = Pattern.compile("[a-z]+(-[a-z]+)*");
    private static final Pattern TITLE = Pattern.compile("<title>(.*?)</title>", Pattern.DOTALL);
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");
    private static final Pattern GAPS = Pattern.compile("\n[ \t]*\n(?:[ \t]*\n)+");
    private static final int LONGEST_SUBJECT = 200;

    private final ITemplateEngine engine = engine();

    /** @param subject one line */
    record Rendered(String subject, String html, String text) {}

    /** @throws IllegalArgumentException when there is no such letter */
    void require(String letter) {
        boolean known =
                NAME.matcher(letter).matches() && getClass().getResource("/letters/" + letter + "/en.html") != null;
        if (!known) {
            throw new IllegalArgumentException(
                    "Unknown letter '" + letter + "': there is no template letters/" + letter + "/en.html");
        }
    }

    Rendered render(String letter, String language, Map<String, Object> model) {
        String file = file(language);
        Context context = new Context(Locale.forLanguageTag(language), model);
        context.setVariable("file", file);
        Optional<ExerciseMark> exercise = ExerciseMark.of(model, file);
        context.setVariable("exercise", exercise.map(ExerciseMark::sentence).orElse(null));
        String html = clean(engine.process(letter + "/" + file + ".html", context));
        String text = clean(engine.process(letter + "/" + file + ".txt", context));
        if (exercise.isPresent()) {
            html = exercise.get().titled(html);
            text = clean(exercise.get().sentence()) + "\n\n" + text.strip();
        }
        return new Rendered(
                subject(html, String.valueOf(model.get("caseNumber"))),
                html,
                GAPS.matcher(text.strip()).replaceAll("\n\n") + "\n");
    }

    /** The file's name for a language; whoever reads neither gets English. */
    static String file(String language) {
        return language.toLowerCase(Locale.ROOT).startsWith("zh") ? "zh" : "en";
    }

    private static String subject(String html, String caseNumber) {
        Matcher title = TITLE.matcher(html);
        if (!title.find()) {
            throw new IllegalStateException("A letter needs a title: it is its subject");
        }
        String line =
                HtmlUtils.htmlUnescape(title.group(1)).replaceAll("\\s+", " ").strip();
        if (line.length() <= LONGEST_SUBJECT) {
            return line;
        }
        String number = numberAtTheEnd(line, caseNumber);
        return shortened(line.substring(0, line.length() - number.length()), LONGEST_SUBJECT - number.length())
                + number;
    }

    /** With its brackets, or nothing; an answer is found by it, so that it is never cut off. */
    private static String numberAtTheEnd(String line, String caseNumber) {
        Matcher number = Pattern.compile("( \\(%1$s\\)|（%1$s）)$".formatted(Pattern.quote(caseNumber)))
                .matcher(line);
        return number.find() ? number.group() : "";
    }

    /** At the end of a word, where one ends in its latter half: Chinese has no gaps. */
    private static String shortened(String text, int longest) {
        String kept = text.substring(0, longest - 1);
        int gap = kept.lastIndexOf(' ');
        boolean halved = Character.isHighSurrogate(kept.charAt(kept.length() - 1));
        return kept.substring(0, gap > kept.length() / 2 ? gap : kept.length() - (halved ? 1 : 0)) + "…";
    }

    private static String clean(String rendered) {
        return CONTROL.matcher(rendered.replace("\r\n", "\n")).replaceAll("");
    }

    private static ITemplateEngine engine() {
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.addTemplateResolver(resolver("*.html", TemplateMode.HTML));
        engine.addTemplateResolver(resolver("*.txt", TemplateMode.TEXT));
        return engine;
    }

    private static ClassLoaderTemplateResolver resolver(String pattern, TemplateMode mode) {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(LetterTemplates.class.getClassLoader());
        resolver.setPrefix("letters/");
        resolver.getResolvablePatternSpec().addPattern(pattern);
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding("UTF-8");
        return resolver;
    }
}
