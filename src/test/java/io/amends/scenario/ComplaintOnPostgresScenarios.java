package io.amends.scenario;

import io.amends.testing.Postgres;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The same scenarios on the database of production. */
class ComplaintOnPostgresScenarios extends ComplaintScenarios {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        String database = Postgres.freshDatabase();
        properties.add("spring.datasource.url", () -> database);
        properties.add("spring.datasource.username", () -> "postgres");
    }
}
