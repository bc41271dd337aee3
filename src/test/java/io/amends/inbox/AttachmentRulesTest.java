package io.amends.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a stranger sends is opened from a page only where it is a document or a picture by its kind and by its name. */
class AttachmentRulesTest {

    private final AttachmentRules rules =
            new AttachmentRules(MailTables.properties("types=image/*,application/pdf,text/plain,message/rfc822"));

    @ParameterizedTest
    @CsvSource({"invoice.pdf, application/pdf", "Photo.JPG, image/jpeg", "scan, image/png", "letter.eml, message/rfc822"
    })
    void documents_and_pictures_are_kept(String name, String type) {
        assertThat(leftOut(name, type)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "photo gnp.exe, image/png",
        "invoice.pdf.scr, application/pdf",
        "page.html, text/plain",
        "x.svg, image/png"
    })
    void the_name_of_a_program_is_not_opened_whatever_kind_it_says_it_is(String name, String type) {
        assertThat(leftOut(name, type)).contains("its name does not end like that of a document or picture");
    }

    @ParameterizedTest
    @CsvSource({"drawing, image/svg+xml", "page, text/html", "setup, application/x-msdownload"})
    void other_kinds_are_left_out(String name, String type) {
        assertThat(leftOut(name, type)).contains("not opened here");
    }

    @Test
    void each_file_gets_its_own_answer() {
        assertThat(rules.leftOut(List.of(file("a.pdf", "application/pdf"), file("b.exe", "image/png"))))
                .hasSize(2)
                .first()
                .isEqualTo("");
    }

    private String leftOut(String name, String type) {
        return rules.leftOut(List.of(file(name, type))).get(0);
    }

    private static Attached file(String name, String type) {
        return new Attached(name, type, new byte[10]);
    }
}
