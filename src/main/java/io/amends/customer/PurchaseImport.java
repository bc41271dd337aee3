package io.amends.customer;

import io.amends.customer.CustomerRegister.NewPurchase;
import io.amends.imports.Cells;
import io.amends.imports.ImportTarget;
import io.amends.imports.Row;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Rows that become purchases of customers who are known. */
@Component
class PurchaseImport implements ImportTarget<NewPurchase> {

    private final CustomerRegister register;
    private final CustomerDirectory directory;
    private final CustomerValues values;
    private final HouseMoney money;
    private final Clock clock;

    PurchaseImport(
            CustomerRegister register,
            CustomerDirectory directory,
            CustomerValues values,
            HouseMoney money,
            Clock clock) {
        this.register = register;
        this.directory = directory;
        this.values = values;
        this.money = money;
        this.clock = clock;
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
        var currency = cells.text("currency", 3).toUpperCase(Locale.ROOT);
        var amount = cells.amount("amount");
        checkMoney(cells, amount, currency);
        var boughtAt = cells.moment("boughtAt");
        if (boughtAt.isAfter(clock.instant())) {
            cells.refuse("boughtAt", "lies in the future");
        }
        var what = cells.optional("what", 500);
        var kind = cells.optional("kind", 20);
        if ("cancellation".equals(kind) && amount.signum() >= 0) {
            cells.refuse("kind", "is a cancellation, but the amount is not negative");
        }
        if ("sale".equals(kind) && amount.signum() < 0) {
            cells.refuse("kind", "is a sale, but the amount is negative; a cancellation has a negative amount");
        }
        var typed = cells.text("customerNumber", 40);
        var customer = typed.isEmpty() ? null : directory.byNumber(typed).orElse(null);
        if (customer == null) {
            cells.refuse("customerNumber", "is not the number of a known customer");
        }
        var purchase = new NewPurchase(
                cells.text("externalId", 200),
                customer == null ? "" : customer.number(),
                boughtAt,
                amount,
                currency,
                what == null ? "Purchase" : what,
                kind == null ? (amount.signum() < 0 ? "cancellation" : "sale") : kind);
        cells.check();
        return purchase;
    }

    private void checkMoney(Cells cells, BigDecimal amount, String currency) {
        if (currency.isEmpty()) {
            return; // is missing, and was said to be
        }
        if (!HouseMoney.isCurrency(currency)) {
            cells.refuse("currency", "is not a currency of ISO 4217 such as GBP");
            return;
        }
        var inHouse = money.of(amount, currency);
        if (inHouse.isEmpty()) {
            cells.refuse(
                    "currency",
                    "has no exchange rate to %s; those who run the house's systems set one"
                            .formatted(money.currency()));
        } else if (!money.believable(inHouse.get())) {
            cells.refuse("amount", "is beyond %s, which no purchase can be".formatted(money.largest()));
        }
    }

    @Override
    public List<Outcome> take(String source, List<NewPurchase> rows) {
        return register.addPurchases(source, rows).stream()
                .map(fresh -> fresh ? Outcome.TAKEN : Outcome.KNOWN)
                .toList();
    }

    @Override
    public void finish() {
        values.bringUpToDate();
    }
}
