package io.amends.customer;

import io.amends.customer.CustomerRegister.NewCustomer;
import io.amends.imports.Cells;
import io.amends.imports.ImportTarget;
import io.amends.imports.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Rows that become customers. */
@Component
class CustomerImport implements ImportTarget<NewCustomer> {

    private static final Pattern MAIL = Pattern.compile("[^\\s@,;<>\"]+@[^\\s@,;<>\"]+\\.[^\\s@,;<>\"]+");
    private static final Map<String, String> CONSENTS =
            Map.of("consentMail", "mail", "consentPhone", "phone", "consentPost", "post", "consentMessage", "message");

    private final CustomerRegister register;

    CustomerImport(CustomerRegister register) {
        this.register = register;
    }

    @Override
    public String name() {
        return "customers";
    }

    @Override
    public Set<String> fields() {
        return Set.of(
                "number",
                "name",
                "mail",
                "phone",
                "address",
                "language",
                "doNotContactReason",
                "contactHours",
                "standing",
                "consentMail",
                "consentPhone",
                "consentPost",
                "consentMessage");
    }

    @Override
    public Set<String> required() {
        return Set.of("number", "name");
    }

    @Override
    public int together() {
        return 200;
    }

    @Override
    public NewCustomer read(String source, Row row) {
        var cells = new Cells(row);
        var number = cells.text("number", 40);
        if (number.startsWith("P-")) {
            cells.refuse("number", "must not begin with P-: these are the numbers of our own prospects");
        }
        var mail = cells.optional("mail", 254);
        if (mail != null && !MAIL.matcher(mail).matches()) {
            cells.refuse("mail", "is not a mail address");
        }
        var consents = new LinkedHashMap<String, Boolean>();
        CONSENTS.forEach((field, channel) -> {
            var granted = cells.flag(field);
            if (granted != null) {
                consents.put(channel, granted);
            }
        });
        var customer = new NewCustomer(
                number,
                cells.text("name", 200),
                mail,
                cells.optional("phone", 40),
                cells.optional("address", 500),
                cells.oneOf("language", Set.of("en", "zh-CN"), "en"),
                cells.optional("doNotContactReason", 500),
                cells.optional("contactHours", 100),
                consents,
                cells.oneOf("standing", Standing.CODES, Standing.ACTIVE));
        cells.check();
        return customer;
    }

    @Override
    public List<Outcome> take(String source, List<NewCustomer> rows) {
        return register.addCustomers(rows).stream()
                .map(fresh -> fresh ? Outcome.TAKEN : Outcome.KNOWN)
                .toList();
    }
}
