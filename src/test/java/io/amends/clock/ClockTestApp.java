package io.amends.clock;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.event.EventListener;

/** The clocks with a real engine, the keeper and the register as shipped, and small processes that hold clocks. */
@EnableAutoConfiguration
@ComponentScan(
        basePackages = {"io.amends.clock", "io.amends.modeling"},
        excludeFilters =
                @Filter(type = FilterType.REGEX, pattern = "io\\.amends\\.modeling\\.(ModelDeployment|guard\\..*)"))
class ClockTestApp {

    @Bean
    InitializingBean models(RepositoryService repository) {
        return () -> {
            DeploymentBuilder deployment = repository.createDeployment();
            for (String file : List.of(
                    "processes/clock/clock.bpmn",
                    "processes/clock/clock-rules.dmn",
                    "src/test/resources/clock/holder.bpmn",
                    "src/test/resources/clock/listener.bpmn")) {
                try (InputStream model = Files.newInputStream(Path.of(file))) {
                    deployment.addInputStream(file.substring(file.lastIndexOf('/') + 1), model);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            deployment.deploy();
        };
    }

    @Bean
    Heard heard() {
        return new Heard();
    }

    @Bean
    WarningCounter warningCounter() {
        return new WarningCounter();
    }

    /** Counts the warnings that a process heard, also those of transactions that failed. */
    static final class WarningCounter implements ExecutionListener {

        final AtomicInteger heard = new AtomicInteger();

        @Override
        public void notify(DelegateExecution warned) {
            heard.incrementAndGet();
        }
    }

    /** Who listens to clocks that changed. */
    static final class Heard {

        final List<String> cases = new ArrayList<>();

        @EventListener
        void hear(ClocksChanged changed) {
            cases.add(changed.caseNumber());
        }
    }
}
