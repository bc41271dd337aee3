package io.amends.inbox;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Fuzz target: our sample mails, cut, joined, one inside the other, with other headers, lines repeated and bytes changed. */
public final class FuzzSamples {

    private static final List<byte[]> SAMPLES = samples();
    private static final String[] HEADERS = {
        "Content-Type: ",
        "Content-Transfer-Encoding: ",
        "Content-Disposition: ",
        "From: ",
        "Subject: ",
        "References: ",
        "Return-Path: ",
        "Auto-Submitted: "
    };

    private FuzzSamples() {}

    /** Called by Jazzer before its clock starts: it has to look at every class first. */
    public static void fuzzerInitialize() {
        FuzzedReading.warmUp();
    }

    /** Called by Jazzer, which knows it by its name. */
    public static void fuzzerTestOneInput(FuzzedDataProvider data) {
        byte[] mail = data.pickValue(SAMPLES);
        int steps = data.consumeInt(1, 6);
        for (int i = 0; i < steps && data.remainingBytes() > 0 && mail.length < 200_000; i++) {
            mail = changed(mail, data);
        }
        FuzzedReading.check(mail);
    }

    private static byte[] changed(byte[] mail, FuzzedDataProvider data) {
        int at = data.consumeInt(0, mail.length);
        byte[] head = Arrays.copyOf(mail, at);
        byte[] tail = Arrays.copyOfRange(mail, at, mail.length);
        return switch (data.consumeInt(0, 6)) {
            case 0 -> joined(head, data.consumeBytes(20), tail);
            case 1 ->
                joined(head, Arrays.copyOfRange(tail, Math.min(data.consumeInt(0, 200), tail.length), tail.length));
            case 2 ->
                joined(
                        data.pickValue(HEADERS).getBytes(StandardCharsets.UTF_8),
                        data.consumeBytes(60),
                        new byte[] {'\n'},
                        mail);
            case 3 -> joined(head, data.pickValue(SAMPLES), tail);
            case 4 ->
                joined(head, repeated(Arrays.copyOf(tail, Math.min(40, tail.length)), data.consumeInt(2, 300)), tail);
            case 5 ->
                joined(
                        "Content-Type: multipart/mixed; boundary=z\n\n--z\nContent-Type: message/rfc822\n\n"
                                .getBytes(StandardCharsets.UTF_8),
                        mail,
                        "\n--z--\n".getBytes(StandardCharsets.UTF_8));
            default -> joined(head, data.consumeString(20).getBytes(StandardCharsets.UTF_8), tail);
        };
    }

    private static byte[] repeated(byte[] piece, int times) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < times; i++) {
            all.writeBytes(piece);
        }
        return all.toByteArray();
    }

    private static byte[] joined(byte[]... pieces) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            all.writeBytes(piece);
        }
        return all.toByteArray();
    }

    private static List<byte[]> samples() {
        try {
            return MailSample.all().stream().map(MailSample::bytes).toList();
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
