package io.amends.contact;

import io.amends.casefile.PlainTime;
import io.amends.customer.Customer;
import io.amends.customer.CustomerCards;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Finds a customer; what was asked stands in the address. */
@Controller
class CustomerSearchController {

    static final int AT_MOST = 50;
    private static final int LONGEST = 254;

    private final CustomerCards cards;

    CustomerSearchController(CustomerCards cards) {
        this.cards = cards;
    }

    @GetMapping("/customers")
    String search(@RequestParam(defaultValue = "") String text, Model model) {
        String wanted = Sql.cut(text.strip(), LONGEST);
        List<Customer> found = wanted.isEmpty() ? List.of() : cards.search(wanted, AT_MOST + 1);
        model.addAttribute("text", wanted);
        model.addAttribute("more", found.size() > AT_MOST);
        model.addAttribute("most", AT_MOST);
        model.addAttribute(
                "rows",
                found.stream().limit(AT_MOST).map(CustomerSearchController::row).toList());
        return "customers/search";
    }

    private static Row row(Customer customer) {
        return new Row(
                customer.number(),
                customer.name(),
                customer.mail() == null ? PlainTime.NOTHING : customer.mail(),
                customer.phone() == null ? PlainTime.NOTHING : customer.phone(),
                customer.tier(),
                customer.prospect(),
                customer.doNotContact());
    }

    /** One line of the list. */
    record Row(
            String number, String name, String mail, String phone, String tier, boolean prospect, boolean leaveAlone) {}
}
