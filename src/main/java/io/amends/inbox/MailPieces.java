package io.amends.inbox;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Bytes of originals and attachments, kept in pieces that every database takes. */
@Repository
class MailPieces {

    static final int ORIGINAL = 0;
    private static final int PIECE = 512 * 1024;

    private final JdbcClient jdbc;

    MailPieces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param nr 0 for the original, else the attachment's */
    void add(String mailNumber, int nr, byte[] bytes) {
        // an empty file has one empty piece
        for (int piece = 0; piece == 0 || piece * PIECE < bytes.length; piece++) {
            jdbc.sql("insert into inbox_piece (mail_number, nr, piece, bytes) values (?, ?, ?, ?)")
                    .params(
                            mailNumber,
                            nr,
                            piece,
                            Arrays.copyOfRange(bytes, piece * PIECE, Math.min(bytes.length, (piece + 1) * PIECE)))
                    .update();
        }
    }

    Optional<byte[]> find(String mailNumber, int nr) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        int[] pieces = {0};
        jdbc.sql("select bytes from inbox_piece where mail_number = ? and nr = ? order by piece")
                .params(mailNumber, nr)
                .query(row -> {
                    pieces[0]++;
                    whole.writeBytes(row.getBytes(1));
                });
        return pieces[0] == 0 ? Optional.empty() : Optional.of(whole.toByteArray());
    }
}
