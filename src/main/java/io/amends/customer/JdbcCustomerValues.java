package io.amends.customer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

@Service
class JdbcCustomerValues implements CustomerValues {

    // so many customers with their purchases are sorted in memory by the database
    private static final int AT_ONCE = 20_000;

    private final CustomerValueTable table;
    private final AssumptionTable assumptions;
    private final HouseMoney money;
    private final Clock clock;

    JdbcCustomerValues(CustomerValueTable table, AssumptionTable assumptions, HouseMoney money, Clock clock) {
        this.table = table;
        this.assumptions = assumptions;
        this.money = money;
        this.clock = clock;
    }

    @Override
    public void recompute(LocalDate asOf) {
        var done = recomputeRange(asOf, null, AT_ONCE);
        while (done.isPresent()) {
            done = recomputeRange(asOf, done.get(), AT_ONCE);
        }
    }

    @Override
    public Optional<String> recomputeRange(LocalDate asOf, @Nullable String after, int atMost) {
        return table.recompute(asOf, after == null ? "" : after, atMost, assumptions.current());
    }

    @Override
    public void rankTiers() {
        table.rankTiers();
    }

    @Override
    public void bringUpToDate() {
        recompute(LocalDate.ofInstant(clock.instant(), clock.getZone()));
        rankTiers();
    }

    @Override
    public Optional<CustomerValue> of(String customerNumber) {
        return table.find(customerNumber);
    }

    @Override
    public String currency() {
        return money.currency();
    }
}
