package io.amends.letter;

import io.amends.testing.Postgres;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The same on PostgreSQL. */
class LetterSendingPostgresTest extends LetterSendingTest {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        Postgres.freshDatabase(properties);
    }
}
