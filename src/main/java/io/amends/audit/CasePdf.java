package io.amends.audit;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.render.DefaultObjectDrawerFactory;
import io.amends.casefile.CaseFile;
import io.amends.casefile.CasePage;
import io.amends.casefile.CaseRecord;
import io.amends.casefile.CaseRecords;
import io.amends.casefile.Words;
import java.awt.Graphics2D;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * The record of a case on paper: A4, with contents, page numbers and the diagrams as drawings. Everything it needs is in the application:
 * nothing is fetched, no browser and no font of the machine is used.
 */
@Component
class CasePdf {

    private static final String FAMILY = "House";
    /** Wider diagrams lie on pages of their own, turned. */
    private static final double WIDE = 900;
    /** Points that a page has for a drawing: upright and turned. */
    private static final double[] UPRIGHT = {510, 640};

    private static final double[] TURNED = {750, 430};

    private final CaseRecords records;
    private final RecordWords words;
    private final ITemplateEngine templates;
    private final List<String> moreFonts;
    private final byte[] regular = font("Regular");
    private final byte[] bold = font("Bold");
    private final Lettering letters = Lettering.of(regular);

    CasePdf(
            CaseRecords records,
            RecordWords words,
            ITemplateEngine templates,
            @Value("${amends.record.fonts:}") List<String> moreFonts) {
        this.records = records;
        this.words = words;
        this.templates = templates;
        this.moreFonts = moreFonts.stream().filter(it -> !it.isBlank()).toList();
        this.moreFonts.stream()
                .filter(it -> !new File(it).canRead())
                .findFirst()
                .ifPresent(it -> {
                    throw new IllegalArgumentException("amends.record.fonts names " + it + ", which cannot be read");
                });
    }

    private static byte[] font(String weight) {
        try {
            return new ClassPathResource("fonts/NotoSansSC-" + weight + ".ttf").getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the file and leaves the stream open; nothing is written before all of it is laid out. */
    void write(CaseFile file, OutputStream out) throws IOException {
        CaseRecord record = records.whole(file);
        CasePage page = records.page(file);
        List<DeskPage.Run> runs = words.runs(record);
        Map<String, DiagramDrawing> drawings = new HashMap<>();
        List<Drawn> drawn = new ArrayList<>();
        Map<String, CaseRecord.Run> recorded =
                record.processes().stream().collect(Collectors.toMap(CaseRecord.Run::id, Function.identity()));
        for (DeskPage.Run run : runs) {
            DiagramDrawing drawing =
                    DiagramDrawing.of(records.model(Objects.requireNonNull(recorded.get(run.id()))), run, letters);
            drawings.put(run.id(), drawing);
            drawn.add(Drawn.of(run, drawing));
        }
        Context context = new Context(Locale.ENGLISH);
        context.setVariable("page", page);
        context.setVariable("record", record);
        context.setVariable("outcome", Words.label(file.outcome()));
        context.setVariable("written", words.local(record.writtenAt()));
        context.setVariable("writtenUtc", words.utc(record.writtenAt()));
        context.setVariable("zone", words.zone());
        context.setVariable("entries", words.entries(record, EntryFilter.ALL));
        context.setVariable("drawn", drawn);
        context.setVariable("decisions", words.decisions(record));
        context.setVariable("forms", words.forms(record));
        context.setVariable("comments", words.comments(record));
        context.setVariable("files", words.files(record));
        context.setVariable("seals", words.seals(record));
        org.jsoup.nodes.Document laidOut = Jsoup.parse(templates.process("audit/case-pdf", context));
        sayWhatCannotBeDrawn(laidOut);
        Document document = new W3CDom().fromJsoup(laidOut);
        addOutline(document);
        render(document, drawings, page, out);
    }

    private void render(Document document, Map<String, DiagramDrawing> drawings, CasePage page, OutputStream out)
            throws IOException {
        DefaultObjectDrawerFactory drawers = new DefaultObjectDrawerFactory();
        drawers.registerDrawer("amends/diagram", vector((paper, place, wide, high) -> Objects.requireNonNull(
                        drawings.get(place.getAttribute("data-run")))
                .draw(paper, wide, high)));
        drawers.registerDrawer(
                "amends/clock",
                vector((paper, place, wide, high) -> ClockDrawing.draw(
                        paper, page.clocks().get(Integer.parseInt(place.getAttribute("data-clock"))), wide, high)));
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.useFont(() -> new ByteArrayInputStream(regular), FAMILY, 400, FontStyle.NORMAL, true);
        builder.useFont(() -> new ByteArrayInputStream(bold), FAMILY, 700, FontStyle.NORMAL, true);
        moreFonts.forEach(it -> builder.useFont(new File(it), "More"));
        builder.useReplacementText("□");
        builder.useObjectDrawerFactory(drawers);
        builder.useExternalResourceAccessControl(
                (address, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.withProducer("Amends");
        builder.withW3cDocument(document, "");
        builder.toStream(out);
        builder.run();
    }

    /** What no font has would be a box and no word; the reader is told which it is, and where it stands as it is. */
    private void sayWhatCannotBeDrawn(org.jsoup.nodes.Document laidOut) {
        org.jsoup.nodes.Element place = Objects.requireNonNull(laidOut.getElementById("undrawn"));
        Set<Integer> missing = new TreeSet<>();
        laidOut.text().codePoints().filter(this::cannotDraw).forEach(missing::add);
        if (missing.isEmpty() || !moreFonts.isEmpty()) {
            place.remove();
            return;
        }
        List<String> codes = missing.stream().limit(20).map("U+%04X"::formatted).toList();
        place.text("This file cannot draw " + missing.size()
                + (missing.size() == 1 ? " character" : " characters") + " of the record and shows □ instead ("
                + String.join(", ", codes) + (missing.size() > codes.size() ? " …" : "")
                + "). The JSON file of the case has them.");
    }

    private boolean cannotDraw(int character) {
        return !Character.isWhitespace(character)
                && !Character.isISOControl(character)
                && Character.getType(character) != Character.FORMAT
                && !letters.has(character);
    }

    /** Headings as the outline that readers show beside the pages. */
    private static void addOutline(Document document) {
        Element head = (Element) document.getElementsByTagName("head").item(0);
        Element outline = document.createElement("bookmarks");
        var headings = document.getElementsByTagName("h2");
        for (int i = 0; i < headings.getLength(); i++) {
            Element heading = (Element) headings.item(i);
            Element mark = document.createElement("bookmark");
            mark.setAttribute("name", heading.getTextContent());
            mark.setAttribute("href", "#" + heading.getAttribute("id"));
            outline.appendChild(mark);
        }
        head.appendChild(outline);
    }

    /**
     * A diagram with its place on the paper.
     *
     * @param style width and height
     */
    record Drawn(DeskPage.Run run, boolean turned, String style) {

        static Drawn of(DeskPage.Run run, DiagramDrawing drawing) {
            boolean turned = drawing.width() > WIDE && drawing.width() > drawing.height();
            double[] room = turned ? TURNED : UPRIGHT;
            double scale = Math.min(0.75, Math.min(room[0] / drawing.width(), room[1] / drawing.height()));
            return new Drawn(
                    run,
                    turned,
                    String.format(
                            Locale.ROOT,
                            "width: %.1fpt; height: %.1fpt",
                            drawing.width() * scale,
                            drawing.height() * scale));
        }
    }

    /** Draws what stands in a place of the paper. */
    private interface Drawer {
        void draw(Graphics2D page, Element place, double width, double height);
    }

    private static FSObjectDrawer vector(Drawer drawer) {
        return (place, x, y, width, height, device, context, dotsPerPixel) -> {
            double wide = width / dotsPerPixel;
            double high = height / dotsPerPixel;
            device.drawWithGraphics(
                    (float) x, (float) y, (float) wide, (float) high, page -> drawer.draw(page, place, wide, high));
            return null;
        };
    }
}
