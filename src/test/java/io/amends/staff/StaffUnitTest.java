package io.amends.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StaffUnitTest {

    @Test
    void each_byte_of_a_long_password_counts() {
        BCryptPasswords passwords = new BCryptPasswords(BCryptPasswords.STRONG);
        String longOne = "x".repeat(100);

        String kept = passwords.encrypt(longOne + "a");

        assertThat(passwords.check(longOne + "a", kept)).isTrue();
        assertThat(passwords.check(longOne + "b", kept)).isFalse();
        assertThat(kept).startsWith("$2a$10$").hasSize(60);
    }

    @Test
    void no_line_break_and_no_odd_character_reaches_the_log() {
        assertThat(Refusals.harmless("/cases/a\r\nINFO forged\u2028line")).isEqualTo("/cases/a??INFO?forged?line");
        assertThat(Refusals.harmless("/" + "a".repeat(500))).hasSize(121);
    }

    @Test
    void expressions_are_found_where_the_engine_would_read_them_and_not_in_data() throws Exception {
        QueryExpressions expressions = new QueryExpressions();

        assertThat(expressions.find(json("{'orQueries':[{'x':{},'ownerExpression':'${a}'}]}"), text -> false))
                .contains("ownerExpression");
        assertThat(expressions.find(json("{'variables':{'facialExpression':{'value':'angry'}}}"), text -> false))
                .isEmpty();
        assertThat(expressions.find(json("{'assigneeExpression':'${currentUser()}'}"), "${currentUser()}"::equals))
                .isEmpty();
        assertThat(expressions.find(json("{'assigneeExpression':['${currentUser()}']}"), text -> true))
                .contains("assigneeExpression");
        assertThat(expressions.find(new byte[0], text -> false)).isEmpty();
    }

    private static byte[] json(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
