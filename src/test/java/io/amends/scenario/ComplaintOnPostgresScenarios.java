package io.amends.scenario;

import io.amends.testing.Postgres;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The same scenarios on the database of production. */
class ComplaintOnPostgresScenarios extends ComplaintScenarios {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        Postgres.freshDatabase(properties);
    }
}
