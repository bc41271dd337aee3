package io.amends.inbox;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.apache.james.mime4j.codec.Base64InputStream;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.QuotedPrintableInputStream;

/** Undoes a Content-Transfer-Encoding, however it is spelled; a name that nobody knows means none. */
final class TransferEncoding {

    private TransferEncoding() {}

    static byte[] decode(byte[] body, String declared) {
        String name = declared.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        if (name.startsWith("base64")) {
            return decoded(new Base64InputStream(new ByteArrayInputStream(body), DecodeMonitor.SILENT));
        }
        if (name.startsWith("quotedprintable")) {
            return decoded(new QuotedPrintableInputStream(new ByteArrayInputStream(body), DecodeMonitor.SILENT));
        }
        return name.contains("uue") ? uudecoded(body) : body;
    }

    private static byte[] uudecoded(byte[] body) {
        List<UuEncoded.Piece> pieces =
                UuEncoded.open(new String(body, StandardCharsets.ISO_8859_1)).files();
        return pieces.isEmpty() ? body : pieces.get(0).content();
    }

    /** What was decoded before an error is kept. */
    private static byte[] decoded(InputStream in) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try (in) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
            }
        } catch (IOException broken) {
            return out.toByteArray();
        }
        return out.toByteArray();
    }
}
