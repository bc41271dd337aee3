package io.amends.clock;

import io.amends.modeling.PublishedBean;
import java.time.Duration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.ResourceUtils;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ClockProperties.class)
class ClockConfiguration {

    @Bean
    BusinessCalendar businessCalendar(ClockProperties properties, ResourceLoader resources) {
        String location = properties.calendar();
        Resource file =
                ResourceUtils.isUrl(location) ? resources.getResource(location) : new FileSystemResource(location);
        return CalendarFile.read(location, file);
    }

    @Bean
    @ConditionalOnProperty("amends.clock.movable")
    ClockOffsets clockOffsets(JdbcClient jdbc) {
        return new ClockOffsets(jdbc);
    }

    @Bean
    HouseClock clock(
            BusinessCalendar calendar, ObjectProvider<ClockOffsets> offsets, ApplicationEventPublisher events) {
        ClockOffsets memory = offsets.getIfAvailable();
        if (memory == null) {
            return new HouseClock(calendar.zone(), refusing());
        }
        HouseClock clock = new HouseClock(calendar.zone(), remembering(memory, events));
        clock.restore(memory.stored());
        return clock;
    }

    /**
     * Makes the engine wait: for our tables, as Flyway refuses a database that the engine filled first, and for the clock, so
     * that nothing sees a time from before it was restored.
     */
    @Bean
    @DependsOnDatabaseInitialization
    ProcessEnginePlugin engineAfterTablesAndClock(HouseClock clock) {
        return new AbstractProcessEnginePlugin() {};
    }

    /** Diagrams may ask the clocks. */
    @Bean
    PublishedBean publishedClocks() {
        return PublishedBean.of("clocks", Clocks.class).within(ClockBounds.all());
    }

    @Bean
    Clocks clocks(HouseClock clock, BusinessCalendar calendar, ClockTable table) {
        return new Clocks(clock, calendar, table);
    }

    private static ClockMovement remembering(ClockOffsets memory, ApplicationEventPublisher events) {
        return new ClockMovement() {
            @Override
            public void before(Duration offset) {
                memory.store(offset);
            }

            @Override
            public void after(Duration offset) {
                events.publishEvent(new ClockMoved(offset));
            }
        };
    }

    private static ClockMovement refusing() {
        return new ClockMovement() {
            @Override
            public void before(Duration offset) {
                throw new IllegalStateException("This clock cannot be moved: amends.clock.movable is not set");
            }
        };
    }
}
