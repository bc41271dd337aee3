package io.amends.contact;

import io.amends.customer.Customer;
import io.amends.customer.CustomerDirectory;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of one customer and what staff change on it; the door says who may open it and who may change anything. */
@Controller
class CustomerPageController {

    private static final Set<String> CHANGE = Set.of(
            "ROLE_service-agents", "ROLE_team-leads", "ROLE_service-managers", "ROLE_directors", "ROLE_retention");
    private static final String AUDITORS = "ROLE_auditors";
    private static final Pattern MAIL = Pattern.compile("[^\\s@<>,;\"]{1,64}@[^\\s@<>,;\"]{1,189}");
    private static final int LONGEST_REASON = 500;

    private final CustomerPages pages;
    private final CustomerChanges changes;
    private final CustomerDirectory customers;

    CustomerPageController(CustomerPages pages, CustomerChanges changes, CustomerDirectory customers) {
        this.pages = pages;
        this.changes = changes;
        this.customers = customers;
    }

    @GetMapping("/customers/{number}")
    String page(@PathVariable String number, Authentication signedIn, HttpServletResponse response, Model model) {
        Optional<CustomerPage> page = pages.of(number);
        if (page.isEmpty()) {
            return unknown(response);
        }
        model.addAttribute("page", page.get());
        model.addAttribute("mayChange", mayChange(signedIn));
        return "customers/customer";
    }

    @PostMapping("/customers/{number}/consents")
    String consent(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String channel,
            @RequestParam(defaultValue = "") String answer,
            Authentication signedIn,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Optional<Customer> customer = customers.byNumber(number);
        if (customer.isEmpty() || !mayChange(signedIn)) {
            return unknown(response);
        }
        Optional<Channel> known = Arrays.stream(Channel.values())
                .filter(one -> one.code().equals(channel))
                .findFirst();
        if (known.isEmpty() || !Set.of("allowed", "refused").contains(answer)) {
            return back(customer.get(), redirect, "problem", "Choose a channel, and whether it is allowed or refused.");
        }
        changes.consent(customer.get().number(), known.get(), answer.equals("allowed"), signedIn.getName());
        return back(customer.get(), redirect, "done", "Noted. It counts from now on, in every process.");
    }

    @PostMapping("/customers/{number}/mail")
    String mail(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String mail,
            Authentication signedIn,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Optional<Customer> customer = customers.byNumber(number);
        if (customer.isEmpty() || !mayChange(signedIn)) {
            return unknown(response);
        }
        if (!MAIL.matcher(mail.strip()).matches()) {
            return back(customer.get(), redirect, "problem", "Not changed: that is no e-mail address.");
        }
        changes.mail(customer.get().number(), mail.strip(), signedIn.getName());
        return back(customer.get(), redirect, "done", "Noted. Letters go to this address from now on.");
    }

    @PostMapping("/customers/{number}/changes/{name}")
    String change(
            @PathVariable String number,
            @PathVariable String name,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean confirmed,
            Authentication signedIn,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        Optional<Customer> customer = customers.byNumber(number);
        Optional<CustomerChange> change = CustomerChange.of(name);
        if (customer.isEmpty() || change.isEmpty() || !mayChange(signedIn)) {
            return unknown(response);
        }
        if (reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
            String problem = "Not changed: a reason is needed, of at most " + LONGEST_REASON + " characters.";
            return back(customer.get(), redirect, "problem", problem);
        }
        if (!change.get().confirm().isEmpty() && !confirmed) {
            model.addAttribute("customer", customer.get());
            model.addAttribute("change", change.get().code());
            model.addAttribute("label", change.get().label());
            model.addAttribute("confirm", change.get().confirm());
            model.addAttribute("reason", reason.strip());
            return "customers/confirm";
        }
        changes.change(customer.get().number(), change.get(), reason.strip(), signedIn.getName());
        return back(customer.get(), redirect, "done", "Noted. It counts from now on, in every process.");
    }

    private static String back(Customer customer, RedirectAttributes redirect, String kind, String words) {
        redirect.addFlashAttribute(kind, words);
        redirect.addAttribute("number", customer.number());
        return "redirect:/customers/{number}";
    }

    private static boolean mayChange(Authentication signedIn) {
        return signedIn.getAuthorities().stream().anyMatch(it -> CHANGE.contains(it.getAuthority()))
                && signedIn.getAuthorities().stream().noneMatch(it -> AUDITORS.equals(it.getAuthority()));
    }

    private static String unknown(HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return "customers/unknown";
    }
}
