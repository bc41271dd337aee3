package io.amends.mediacrisis;

import static org.mockito.Mockito.mock;

import io.amends.callout.CallOuts;
import io.amends.casefile.PlainTime;
import io.amends.casefile.RunningCase;
import io.amends.clock.CaseClocks;
import io.amends.complaint.ComplaintIntake;
import io.amends.complaint.Complaints;
import io.amends.complaint.CustomerVoice;
import io.amends.customer.CustomerDirectory;
import io.amends.letter.Letters;
import io.amends.modeling.AsTheHouse;
import io.amends.staff.People;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.FileSystemResource;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The front of a media crisis with the real engine, tables and diagrams, and stand-ins for its neighbours. Not a component, so that
 * tests of the whole application do not find it.
 */
@EnableAutoConfiguration
@ComponentScan("io.amends.web")
@ComponentScan(
        basePackages = "io.amends.casefile",
        useDefaultFilters = false,
        includeFilters = @Filter(type = FilterType.REGEX, pattern = "io\\.amends\\.casefile\\.JdbcCaseFiles"))
@ComponentScan(
        basePackages = "io.amends.mediacrisis",
        useDefaultFilters = false,
        includeFilters =
                @Filter(
                        type = FilterType.ASSIGNABLE_TYPE,
                        classes = {
                            MediaCrisisTable.class,
                            MediaEventTable.class,
                            MediaThreatTable.class,
                            Findings.class,
                            Statements.class,
                            CoreMessages.class,
                            CrisisApprovals.class,
                            ChosenWays.class,
                            PressCalls.class,
                            MediaIntake.class,
                            ExerciseMode.class,
                            MediaConfiguration.class,
                            BehindTheStory.class,
                            ThreatWatch.class,
                            MediaCrisisStart.class,
                            RegisterMediaEventForm.class,
                            MediaEventController.class,
                            CrisisLevel.class,
                            MatterParties.class,
                            TaskDoer.class,
                            LookUpOutletDelegate.class,
                            NoteLevelDelegate.class,
                            SealCrisisDelegate.class,
                            BeginUpdatesDelegate.class,
                            NoteVainCallDelegate.class,
                            RecordPressCallDelegate.class,
                            FindingsListener.class,
                            StatementListener.class,
                            StatementApprovalListener.class,
                            SpokespersonListener.class,
                            MessagesListener.class,
                            CrisisApprovalListener.class,
                            ApproverListener.class,
                            OneApprovalEachListener.class,
                            CrisisLeadListener.class,
                            WaysListener.class,
                            PressCallListener.class,
                            EventFormPart.class,
                            AnswerFormPart.class,
                            FrontFacts.class,
                            LevelAction.class,
                            HoldingStatementLetter.class
                        }))
@Import({AsTheHouse.class, RunningCase.class, PlainTime.class})
class MediaTestApp {

    static final String[] MODELS = {
        "media-crisis/media-crisis.bpmn",
        "media-crisis/crisis-level.dmn",
        "holding-statement/holding-statement.bpmn",
        "return-call/return-call.bpmn",
        "prepare-answer/prepare-answer.bpmn",
        "prepare-answer/crisis-posture.dmn"
    };

    /** Stands still until it is moved. */
    static final class StandingClock extends Clock {

        private Instant now = Instant.parse("2026-03-04T10:00:00Z");

        void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @Bean
    StandingClock clock() {
        return new StandingClock();
    }

    @Bean
    RegisterInMemory register() {
        return new RegisterInMemory();
    }

    @Bean
    CaseClocks caseClocks() {
        return new ClocksInMemory().clocks();
    }

    @Bean
    CallOuts callOuts() {
        return mock(CallOuts.class);
    }

    @Bean
    Complaints complaints() {
        return mock(Complaints.class);
    }

    @Bean
    ComplaintIntake complaintIntake() {
        return mock(ComplaintIntake.class);
    }

    @Bean
    CustomerVoice voice() {
        return mock(CustomerVoice.class);
    }

    @Bean
    CustomerDirectory customers() {
        return mock(CustomerDirectory.class);
    }

    @Bean
    Letters letters() {
        return mock(Letters.class);
    }

    @Bean
    People people() {
        return mock(People.class);
    }

    @Bean
    TaskListener ownerListener() {
        return task -> {};
    }

    @Bean
    TaskListener otherPersonListener() {
        return task -> {};
    }

    @Bean
    JavaDelegate sendLetterDelegate() {
        return execution -> {};
    }

    @Bean
    JavaDelegate chooseRolesDelegate() {
        return execution -> {};
    }

    @Bean
    ApplicationRunner deployment(RepositoryService repository) {
        return arguments -> {
            DeploymentBuilder deployment = repository.createDeployment();
            for (String model : MODELS) {
                deployment.addInputStream(model, new FileSystemResource("processes/" + model).getInputStream());
            }
            deployment.deploy();
        };
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .csrf(csrf -> csrf.ignoringRequestMatchers("/api/**"))
                .httpBasic(Customizer.withDefaults())
                .build();
    }
}
