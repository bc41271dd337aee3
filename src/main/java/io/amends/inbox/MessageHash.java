package io.amends.inbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Knows a mail by its bytes where it has no name of its own (T-3). What servers on its way write above it is left out: a mail that is
 * delivered twice has other such lines each time (RFC 5321, 4.4).
 */
final class MessageHash {

    private static final Pattern TRACE = Pattern.compile(
            "\\A(?:(?:Received|Return-Path|Delivered-To|X-Original-To):[^\\n]*\\n(?:[ \\t][^\\n]*\\n)*)+",
            Pattern.CASE_INSENSITIVE);

    private MessageHash() {}

    /** @param original the whole mail */
    static String of(byte[] original) {
        String text = new String(original, StandardCharsets.ISO_8859_1);
        String own = TRACE.matcher(text).replaceFirst("");
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256")
                                    .digest(own.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
