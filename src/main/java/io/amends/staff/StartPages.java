package io.amends.staff;

import java.security.Principal;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The start page and the sign-in page. */
@Controller
class StartPages {

    private static final int COUNTED = 100;

    private final TaskService taskService;
    private final Navigation navigation;
    private final StaffDirectory directory;
    private final ObjectProvider<DemoStaff> demoStaff;

    StartPages(
            TaskService taskService,
            Navigation navigation,
            StaffDirectory directory,
            ObjectProvider<DemoStaff> demoStaff) {
        this.taskService = taskService;
        this.navigation = navigation;
        this.directory = directory;
        this.demoStaff = demoStaff;
    }

    @GetMapping("/")
    String start(@Nullable Principal who, Model model) {
        demoStaff.ifAvailable(staff -> model.addAttribute("members", staff.members()));
        if (who != null) {
            List<Role> roles = navigation.roles();
            model.addAttribute("duties", roles.stream().map(Role::duty).toList());
            model.addAttribute("administers", roles.contains(Role.CAMUNDA_ADMIN));
            model.addAttribute(
                    "watches",
                    roles.contains(Role.CAMUNDA_ADMIN)
                            || roles.contains(Role.PROCESS_OWNERS)
                            || roles.contains(Role.AUDITORS));
            model.addAttribute("opensMail", roles.stream().anyMatch(Navigation.MAIL_READERS::contains));
            model.addAttribute(
                    "seesLostCustomers", roles.stream().anyMatch(Navigation.LOST_CUSTOMER_READERS::contains));
            model.addAttribute("opensCustomers", roles.stream().anyMatch(Navigation.CUSTOMER_READERS::contains));
            model.addAttribute("opensMediaRegister", roles.stream().anyMatch(Navigation.MEDIA_READERS::contains));
            model.addAttribute("readsLetters", roles.stream().anyMatch(Navigation.LETTER_READERS::contains));
            model.addAttribute("readsRecord", roles.stream().anyMatch(Navigation.RECORD_READERS::contains));
            model.addAttribute("seesErasures", roles.stream().anyMatch(Navigation.ERASURE_READERS::contains));
            model.addAttribute("seesModels", roles.stream().anyMatch(Navigation.MODEL_READERS::contains));
            model.addAttribute("readsFigures", roles.stream().anyMatch(Navigation.FIGURE_READERS::contains));
            model.addAttribute("works", roles.stream().anyMatch(role -> RoleGrants.works(role.group())));
            model.addAttribute("mine", mine(who.getName()));
            model.addAttribute(
                    "waiting", waiting(directory.groupsOf(who.getName()).orElse(List.of())));
        }
        return "start";
    }

    @GetMapping("/sign-in")
    String signIn(@Nullable Principal who, Model model) {
        if (who != null) {
            return "redirect:/";
        }
        demoStaff.ifAvailable(staff -> model.addAttribute("members", staff.members()));
        return "sign-in";
    }

    private String mine(String userId) {
        return count(taskService
                .createTaskQuery()
                .taskAssignee(userId)
                .listPage(0, COUNTED)
                .size());
    }

    private String waiting(List<String> groups) {
        return groups.isEmpty()
                ? "0"
                : count(taskService
                        .createTaskQuery()
                        .taskCandidateGroupIn(groups)
                        .taskUnassigned()
                        .listPage(0, COUNTED)
                        .size());
    }

    /** Counting stops early: nobody works a list of hundreds by its number, and counting them all takes seconds. */
    private static String count(int found) {
        return found < COUNTED ? Integer.toString(found) : "99+";
    }
}
