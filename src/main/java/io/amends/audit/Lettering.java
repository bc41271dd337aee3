package io.amends.audit;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** Letters as outlines, read from the house's own font, so that no font of the machine is needed. One thread at a time. */
final class Lettering {

    private static final Pattern BREAKS = Pattern.compile("(?<=\\s)|(?<=[\\u2e80-\\uffef])|(?<=-)");

    private final TrueTypeFont font;
    /** Shapes of letters in units of the font; the same few dozen are drawn thousands of times. */
    private final Map<Integer, Optional<GeneralPath>> shapes = new HashMap<>();

    private final CmapLookup glyphs;
    private final double unitsPerEm;

    private Lettering(TrueTypeFont font) throws IOException {
        this.font = font;
        this.glyphs = font.getUnicodeCmapLookup();
        this.unitsPerEm = font.getUnitsPerEm();
    }

    static Lettering of(byte[] truetype) {
        try {
            return new Lettering(new TTFParser().parse(new RandomAccessReadBuffer(new ByteArrayInputStream(truetype))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(int character) {
        return glyphs.getGlyphId(character) != 0;
    }

    synchronized double width(String text, double size) {
        try {
            double width = 0;
            for (int character : text.codePoints().toArray()) {
                width += font.getAdvanceWidth(glyphs.getGlyphId(character));
            }
            return width * size / unitsPerEm;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text as an outline whose base line begins at that place. */
    synchronized GeneralPath outline(String text, double x, double y, double size) {
        GeneralPath outline = new GeneralPath();
        double scale = size / unitsPerEm;
        double at = x;
        try {
            for (int character : text.codePoints().toArray()) {
                int glyph = glyphs.getGlyphId(character);
                GeneralPath shape = shape(glyph).orElse(null);
                if (shape != null) {
                    AffineTransform place = AffineTransform.getTranslateInstance(at, y);
                    place.scale(scale, -scale);
                    outline.append(shape.getPathIterator(place), false);
                }
                at += font.getAdvanceWidth(glyph) * scale;
            }
            return outline;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<GeneralPath> shape(int glyph) throws IOException {
        Optional<GeneralPath> known = shapes.get(glyph);
        if (known == null) {
            GlyphData read = font.getGlyph().getGlyph(glyph);
            known = read == null ? Optional.empty() : Optional.of(read.getPath());
            shapes.put(glyph, known);
        }
        return known;
    }

    /** The text in lines no wider than that, broken between words, and between any two characters of Chinese. */
    List<String> lines(String text, double size, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String piece : BREAKS.split(text.strip(), -1)) {
            if (line.length() > 0 && width(line + piece.stripTrailing(), size) > width) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
            line.append(piece);
        }
        if (!line.toString().isBlank()) {
            lines.add(line.toString().strip());
        }
        return lines;
    }
}
