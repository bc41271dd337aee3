package io.amends.mediacrisis;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.amends.callout.CallOuts;
import io.amends.casefile.CaseFile;
import io.amends.casefile.CaseFiles;
import io.amends.casefile.PlainTime;
import io.amends.clock.ClockTitles;
import io.amends.correspondence.ColleagueLetters;
import io.amends.correspondence.CorrespondenceProperties;
import io.amends.letter.Addressee;
import io.amends.letter.Letters;
import io.amends.modeling.AsTheHouse;
import io.amends.modeling.TaskFacts;
import io.amends.promise.PromisableCases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.CallActivityBuilder;
import org.camunda.bpm.model.bpmn.builder.ProcessBuilder;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/**
 * What follows an approved answer, with the real engine, clocks, letters and promises; what comes before it and the register of the
 * media are stood in for. Not a component, so that tests of the whole application do not find it.
 */
@EnableAutoConfiguration
@ComponentScan(
        basePackages = {
            "io.amends.clock",
            "io.amends.escalation",
            "io.amends.letter",
            "io.amends.modeling",
            "io.amends.promise",
            "io.amends.staff",
            "io.amends.tone",
            "io.amends.web"
        },
        excludeFilters =
                @Filter(type = FilterType.REGEX, pattern = "io\\.amends\\.modeling\\.(ModelDeployment|guard\\..*)"))
@ComponentScan(
        basePackages = "io.amends.mediacrisis",
        useDefaultFilters = false,
        includeFilters =
                @Filter(
                        type = FilterType.ASSIGNABLE_TYPE,
                        classes = {
                            MediaConfiguration.class,
                            MediaCrisisTable.class,
                            MediaEventTable.class,
                            MediaCrisisLetters.class,
                            MediaCrisisFormFacts.class,
                            CrisisNowPart.class,
                            SpeakFormPart.class,
                            WatchFormPart.class,
                            WrongReportFormPart.class,
                            UpdateFormPart.class,
                            ReviewFormPart.class,
                            ExerciseMode.class,
                            AnswerLetters.class,
                            AnswerLetterCheck.class,
                            MediaPeople.class,
                            Statements.class,
                            CrisisVoice.class,
                            Speaking.class,
                            PressTexts.class,
                            CrisisApprovals.class,
                            CrisisApprovalListener.class,
                            ApproverListener.class,
                            TextApprovalListener.class,
                            TaskDoer.class,
                            LookAtWayDelegate.class,
                            WriteTextListener.class,
                            WayNameListener.class,
                            SpeakListener.class,
                            RecordWhatWasSaidDelegate.class,
                            CoverageTable.class,
                            CoverageRounds.class,
                            CoverageDesk.class,
                            CoverageController.class,
                            BeginRoundDelegate.class,
                            BreakRoundOffDelegate.class,
                            CloseRoundDelegate.class,
                            WatchResultListener.class,
                            RecordCoverageListener.class,
                            RoundCheck.class,
                            WrongReports.class,
                            TakeUpListener.class,
                            CloseReportDelegate.class,
                            WrongReportActions.class,
                            PublicUpdates.class,
                            UpdateRhythm.class,
                            WriteUpdateListener.class,
                            ApproveUpdateListener.class,
                            StateNextUpdateDelegate.class,
                            EndUpdatesDelegate.class,
                            WriteLastWordListener.class,
                            NoteLastWordDelegate.class,
                            CrisisReviews.class,
                            BeginReviewDelegate.class,
                            DraftReviewListener.class,
                            ReviewDraftListener.class,
                            PlanReviewActionsDelegate.class,
                            CloseReviewDelegate.class
                        }))
@Import({AnswerDesk.class, PlainTime.class})
class AnswerTestApp {

    static final String HOLDER = "holder-of-a-crisis";

    @Bean
    ClockTitles clocksByTheirNames() {
        return (caseNumber, clock) -> clock;
    }

    @Bean
    SmallRegister register() {
        return new SmallRegister();
    }

    @Bean
    WaysToSpeak waysToSpeak() {
        return new WaysToSpeak() {
            @Override
            public List<Way> ways(String caseNumber, int messageVersion) {
                return List.of(
                        new Way(0, SpeakingWay.PRESS_RELEASE, List.of("M-1", "M-2")),
                        new Way(1, SpeakingWay.INTERVIEW, List.of("M-1")));
            }

            @Override
            public List<String> messages(String caseNumber) {
                return List.of("We take every kettle back.");
            }
        };
    }

    @Bean
    CallOuts callOuts() {
        CallOuts callOuts = mock(CallOuts.class);
        when(callOuts.of(anyString())).thenReturn(List.of());
        return callOuts;
    }

    @Bean
    CorrespondenceProperties correspondence() {
        return new CorrespondenceProperties("GBP", "en");
    }

    @Bean
    ColleagueLetters colleagues() {
        ColleagueLetters colleagues = mock(ColleagueLetters.class);
        when(colleagues.of(anyString(), anyString(), anyString(), any(), any()))
                .thenReturn(List.of(new Addressee("Max", "media@amends.example", "en", Map.of(), Map.of())));
        return colleagues;
    }

    /** Forms open with what the crisis knows. */
    @Bean
    TaskFacts taskFacts(MediaCrisisFormFacts facts) {
        return facts::of;
    }

    @Bean
    PromisableCases promisableCases() {
        return caseNumber -> true;
    }

    /** The case's own process is the one that holds it. */
    @Bean
    CaseFiles caseFiles(RuntimeService runtime, AsTheHouse house, Clock clock) {
        CaseFiles files = mock(CaseFiles.class);
        when(files.find(anyString())).thenAnswer(call -> {
            String number = call.getArgument(0);
            return house.run(() -> runtime
                            .createProcessInstanceQuery()
                            .processDefinitionKey(HOLDER)
                            .processInstanceBusinessKey(number)
                            .list()
                            .stream()
                            .findFirst())
                    .map(held -> new CaseFile(
                            number,
                            "media-crisis",
                            held.getId(),
                            null,
                            "kettles",
                            "open",
                            null,
                            null,
                            "S1",
                            clock.instant(),
                            null))
                    .or(Optional::empty);
        });
        return files;
    }

    @Bean
    InitializingBean models(RepositoryService repository, Letters onlyAfterTheLetters) {
        return () -> {
            DeploymentBuilder deployment = repository.createDeployment().name("answers");
            for (String folder : List.of(
                    "clock",
                    "escalation",
                    "promise",
                    "speak",
                    "watching",
                    "wrong-report",
                    "public-update",
                    "last-word",
                    "after-action")) {
                add(deployment, Path.of("processes", folder));
                add(deployment, Path.of("forms", folder));
            }
            deployment.addModelInstance("holder.bpmn", holder());
            deployment.deploy();
        };
    }

    private static void add(DeploymentBuilder deployment, Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                deployment.addString(file.getFileName().toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hears what the main process of a crisis hears. */
    private static BpmnModelInstance holder() {
        ProcessBuilder holder = Bpmn.createExecutableProcess(HOLDER).camundaHistoryTimeToLiveString("P1D");
        beside(holder, "Update", MediaCrisisProcess.PUBLIC_UPDATE_DUE, "public-update");
        beside(holder, "Report", MediaCrisisProcess.REPORT_FOUND_WRONG, "wrong-report");
        holder.eventSubProcess("SubProcess_Promised")
                .startEvent("StartEvent_Promised")
                .interrupting(false)
                .message("promise-made")
                .endEvent();
        return holder.startEvent("StartEvent_Held")
                .userTask("Task_Hold")
                .endEvent()
                .done();
    }

    private static void beside(ProcessBuilder holder, String id, String message, String called) {
        CallActivityBuilder call = holder.eventSubProcess("SubProcess_" + id)
                .startEvent("StartEvent_" + id)
                .interrupting(false)
                .message(message)
                .callActivity("CallActivity_" + id)
                .calledElement(called)
                .camundaInBusinessKey("#{execution.processBusinessKey}");
        Stream.of("caseNumber", "severity", "priority", "owner", "canWrite", "level", "exercise", "wrongReportId")
                .forEach(name -> call.camundaIn(name, name));
        call.endEvent();
    }
}
