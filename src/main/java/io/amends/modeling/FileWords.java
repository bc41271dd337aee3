package io.amends.modeling;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.springframework.core.NestedExceptionUtils;

/** Why a file cannot be read, in the words of the house: where, and what stands there. */
final class FileWords {

    private static final List<Saying> XML = List.of(
            new Saying("encoding name \"([^\"]*)\"", it -> "it is written in " + it.group(1) + ", and not in UTF-8"),
            new Saying(
                    "element type \"([^\"]*)\" must be terminated",
                    it -> "the element '" + it.group(1) + "' is not closed"),
            new Saying("must start and end within the same entity", it -> "the file ends before everything is closed"),
            new Saying(
                    "Attribute \"([^\"]*)\".*already specified for element \"([^\"]*)\"",
                    it -> "the element '" + it.group(2) + "' has the attribute '" + it.group(1) + "' twice"),
            new Saying(
                    "prefix \"([^\"]*)\" .*not bound",
                    it -> "the prefix '" + it.group(1) + "' is not explained at the head of the file"),
            new Saying(
                    "[Pp]rolog|Premature end|trailing section",
                    it -> "something stands outside of the XML, or there is none"));
    private static final List<Saying> SCHEMA = List.of(
            new Saying(
                    "cvc-complex-type\\.2\\.4\\.b.* element '(?:\\{\"[^\"]*\":)?([\\w.:-]+)}?' is not complete",
                    it -> "the element '" + it.group(1) + "' lacks something that it must hold"),
            new Saying(
                    "cvc-complex-type\\.2\\.4.*starting with element '(?:\\{\"[^\"]*\":)?([\\w.:-]+)}?'",
                    it -> "the element '" + it.group(1) + "' may not stand there"),
            new Saying(
                    "cvc-complex-type\\.3.*[Aa]ttribute '([^']*)'.*element '([^']*)'",
                    it -> "the element '" + it.group(2) + "' may not have the attribute '" + it.group(1) + "'"),
            new Saying(
                    "cvc-complex-type\\.4.*Attribute '([^']*)'.*element '([^']*)'",
                    it -> "the element '" + it.group(2) + "' lacks the attribute '" + it.group(1) + "'"),
            new Saying(
                    "cvc-attribute\\.3.*value '([^']*)' of attribute '([^']*)' on element '([^']*)'",
                    it -> "the attribute '" + it.group(2) + "' of the element '" + it.group(3) + "' cannot be '"
                            + it.group(1) + "'"),
            new Saying(
                    "cvc-(?:datatype|enumeration)[^:]*: (?:Value )?'([^']*)'",
                    it -> "it has the value '" + it.group(1) + "', which cannot be"),
            new Saying("cvc-id.*IDREF '([^']*)'", it -> "there is no element with the id '" + it.group(1) + "'"),
            new Saying(
                    "cvc-elt.*element '([^']*)'", it -> "no such file begins with the element '" + it.group(1) + "'"));

    private static final Pattern ELEMENT = Pattern.compile("element '([\\w.:-]+)'");
    private static final Pattern VALUE = Pattern.compile("the value '([^']+)'");
    private static final Pattern TWICE = Pattern.compile("Duplicate field '([^']*)'");

    private FileWords() {}

    static String of(XMLStreamException broken) {
        String message = String.valueOf(broken.getMessage());
        String where = broken.getLocation() == null
                ? ""
                : place(
                        broken.getLocation().getLineNumber(),
                        broken.getLocation().getColumnNumber());
        return where + say(XML, message).orElse("what stands there is no XML");
    }

    /** Of a schema that is not followed: it knows elements and no lines, so the first such piece is looked up. */
    static String of(RuntimeException unreadable, byte[] content) {
        String message = String.valueOf(
                NestedExceptionUtils.getMostSpecificCause(unreadable).getMessage());
        String what = say(SCHEMA, message).orElse("it is not built as such a file must be");
        Matcher element = ELEMENT.matcher(what);
        if (element.find()) {
            String local = element.group(1).substring(element.group(1).indexOf(':') + 1);
            return line("<([\\w.-]+:)?" + Pattern.quote(local) + "[\\s/>]", content) + what;
        }
        Matcher value = VALUE.matcher(what);
        return (value.find() ? line("[\"'>]" + Pattern.quote(value.group(1)) + "[\"'<]", content) : "") + what;
    }

    static String of(JsonProcessingException broken) {
        String where = broken.getLocation() == null
                ? ""
                : place(broken.getLocation().getLineNr(), broken.getLocation().getColumnNr());
        Matcher twice = TWICE.matcher(broken.getOriginalMessage());
        if (twice.find()) {
            return where + "the name '" + twice.group(1) + "' stands there twice";
        } else if (broken instanceof JsonEOFException) {
            return where + "the file ends before everything is closed";
        } else if (broken instanceof StreamConstraintsException) {
            return where + "it is nested deeper than " + XmlScan.MOST_DEPTH + " levels, or a word is too long";
        } else if (broken instanceof MismatchedInputException) {
            return where + "something stands behind its end";
        }
        return where + "a comma, a colon, a quotation mark or a bracket is missing or too much";
    }

    private static String place(int line, int column) {
        return line < 1 ? "" : "line " + line + ", column " + column + ": ";
    }

    private static String line(String pattern, byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        Matcher found = Pattern.compile(pattern).matcher(text);
        return found.find()
                ? "line "
                        + (text.substring(0, found.start())
                                        .chars()
                                        .filter(it -> it == '\n')
                                        .count()
                                + 1) + ": "
                : "";
    }

    private static Optional<String> say(List<Saying> sayings, String message) {
        return sayings.stream().flatMap(it -> it.of(message).stream()).findFirst();
    }

    /** A sentence of a parser, and ours for it. */
    private record Saying(Pattern theirs, Function<MatchResult, String> ours) {

        Saying(String theirs, Function<MatchResult, String> ours) {
            this(Pattern.compile(theirs, Pattern.DOTALL), ours);
        }

        Optional<String> of(String message) {
            Matcher matcher = theirs.matcher(message);
            return matcher.find() ? Optional.of(ModelFinding.oneLine(ours.apply(matcher))) : Optional.empty();
        }
    }
}
