package io.amends.customer;

import io.amends.customer.CustomerRegister.NewAgreement;
import io.amends.imports.Cells;
import io.amends.imports.ImportTarget;
import io.amends.imports.Row;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Rows that become contracts, loans, warranties and closed accounts of customers who are known (L-1). */
@Component
class AgreementImport implements ImportTarget<NewAgreement> {

    private static final String ACCOUNT = "account";

    private final CustomerRegister register;
    private final CustomerDirectory directory;
    private final Clock clock;

    AgreementImport(CustomerRegister register, CustomerDirectory directory, Clock clock) {
        this.register = register;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "agreements";
    }

    @Override
    public Set<String> fields() {
        return Set.of("externalId", "customerNumber", "kind", "what", "beganOn", "endsOn");
    }

    @Override
    public Set<String> required() {
        return Set.of("externalId", "customerNumber", "kind", "what", "endsOn");
    }

    @Override
    public int together() {
        return 200;
    }

    @Override
    public NewAgreement read(String source, Row row) {
        var cells = new Cells(row);
        var typed = cells.text("customerNumber", 40);
        var customer = typed.isEmpty() ? null : directory.byNumber(typed).orElse(null);
        if (customer == null) {
            cells.refuse("customerNumber", "is not the number of a known customer");
        }
        var kind = cells.oneOf("kind", Agreement.KINDS, "");
        if (kind.isEmpty()) {
            cells.refuse("kind", "is missing");
        }
        var beganOn = cells.day("beganOn");
        var endsOn = cells.day("endsOn");
        if (endsOn == null) {
            cells.refuse("endsOn", "is missing");
        } else if (beganOn != null && endsOn.isBefore(beganOn)) {
            cells.refuse("endsOn", "lies before beganOn");
        } else if (kind.equals(ACCOUNT) && endsOn.isAfter(today())) {
            cells.refuse("endsOn", "lies in the future; of an account it is the day on which it was closed");
        }
        var agreement = new NewAgreement(
                cells.text("externalId", 200),
                customer == null ? "" : customer.number(),
                kind,
                cells.text("what", 500),
                beganOn,
                endsOn == null ? today() : endsOn);
        cells.check();
        return agreement;
    }

    @Override
    public List<Outcome> take(String source, List<NewAgreement> rows) {
        return register.addAgreements(source, rows).stream()
                .map(fresh -> fresh ? Outcome.TAKEN : Outcome.KNOWN)
                .toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }
}
