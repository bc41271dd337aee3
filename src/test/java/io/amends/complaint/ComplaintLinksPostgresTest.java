package io.amends.complaint;

import io.amends.testing.Postgres;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The same on PostgreSQL. */
class ComplaintLinksPostgresTest extends ComplaintLinksTest {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        Postgres.freshDatabase(properties);
    }
}
