package io.amends.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/**
 * The application of this test class has a new database on PostgreSQL: with all tables and without a row where Flyway would make
 * them, otherwise empty. Classes of the same configuration that follow each other share it ({@link OneApplication}).
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ContextConfiguration(initializers = OnPostgres.FreshDatabase.class)
public @interface OnPostgres {

    /** Points the application's data source to the database. */
    final class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            boolean migrates = context.getEnvironment().getProperty("spring.flyway.enabled", Boolean.class, true);
            TestPropertyValues.of(
                            "spring.datasource.url="
                                    + (migrates ? Postgres.addressWithTables() : Postgres.freshAddress()),
                            "spring.datasource.username=" + Postgres.USER)
                    .applyTo(context);
        }
    }
}
