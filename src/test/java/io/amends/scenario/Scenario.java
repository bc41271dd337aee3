package io.amends.scenario;

import io.amends.seal.SealsHold;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.camunda.community.process_test_coverage.spring_test.platform7.ProcessEngineCoverageConfiguration;
import org.camunda.community.process_test_coverage.spring_test.platform7.ProcessEngineCoverageTestExecutionListener;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;

/** A test on the whole application: real engine, real SMTP, a clock that is moved; jobs run when the test says so. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        properties = {"amends.clock.movable=true", "amends.inbox.host=127.0.0.1", "amends.inbox.guard.taken=12"})
@AutoConfigureMockMvc
@ActiveProfiles("test")
@Import({ServiceDesk.class, Letterbox.class, ProcessEngineCoverageConfiguration.class})
@ContextConfiguration(initializers = PostOffice.class)
@TestExecutionListeners(
        listeners = {ProcessEngineCoverageTestExecutionListener.class, SealsHold.class, LeftOverCases.class},
        mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
public @interface Scenario {}
