package io.amends.customer;

import io.amends.customer.CustomerRegister.NewPurchase;
import io.amends.imports.Cells;
import io.amends.imports.ImportTarget;
import io.amends.imports.Row;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Rows that become purchases of customers who are known. */
@Component
class PurchaseImport implements ImportTarget<NewPurchase> {

    private final CustomerRegister register;
    private final CustomerDirectory directory;

    PurchaseImport(CustomerRegister register, CustomerDirectory directory) {
        this.register = register;
        this.directory = directory;
    }

    @Override
    public String name() {
        return "purchases";
    }

    @Override
    public Set<String> fields() {
        return Set.of("externalId", "customerNumber", "boughtAt", "amount", "currency", "what", "kind");
    }

    @Override
    public Set<String> required() {
        return Set.of("externalId", "customerNumber", "boughtAt", "amount", "currency");
    }

    @Override
    public int together() {
        return 200;
    }

    @Override
    public NewPurchase read(String source, Row row) {
        var cells = new Cells(row);
        var currency = cells.text("currency", 3);
        if (!currency.isEmpty() && !currency.matches("[A-Za-z]{3}")) {
            cells.refuse("currency", "must be three letters such as GBP");
        }
        var amount = cells.amount("amount");
        var what = cells.optional("what", 500);
        var kind = cells.optional("kind", 20);
        var typed = cells.text("customerNumber", 40);
        var customer = typed.isEmpty() ? null : directory.byNumber(typed).orElse(null);
        if (customer == null) {
            cells.refuse("customerNumber", "is not the number of a known customer");
        }
        var purchase = new NewPurchase(
                cells.text("externalId", 200),
                customer == null ? "" : customer.number(),
                cells.moment("boughtAt"),
                amount,
                currency,
                what == null ? "Purchase" : what,
                kind == null ? (amount.signum() < 0 ? "cancellation" : "sale") : kind);
        cells.check();
        return purchase;
    }

    @Override
    public List<Outcome> take(String source, List<NewPurchase> rows) {
        return register.addPurchases(source, rows).stream()
                .map(fresh -> fresh ? Outcome.TAKEN : Outcome.KNOWN)
                .toList();
    }

    @Override
    public void finish() {
        register.recomputeTiers();
    }
}
