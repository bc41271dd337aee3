package io.amends.lostcustomer;

import io.amends.customer.Contact;
import io.amends.customer.Customer;
import io.amends.customer.CustomerDirectory;
import io.amends.lostcustomer.LostCustomer.Reported;
import io.amends.modeling.AsTheHouse;
import io.amends.modeling.FormRefusal;
import io.amends.modeling.StartForm;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The Tasklist's form <em>Register a lost customer</em>: people are found by number, mail or phone, or become prospects (K-2, L-1). */
@Component
class RegisterLostCustomerForm implements StartForm {

    private static final int LONGEST_NOTE = 2_000;

    private final DefaultLostCustomerIntake intake;
    private final LostCustomerTable table;
    private final LostCustomerStart process;
    private final CustomerDirectory customers;
    private final AsTheHouse house;

    RegisterLostCustomerForm(
            DefaultLostCustomerIntake intake,
            LostCustomerTable table,
            LostCustomerStart process,
            CustomerDirectory customers,
            AsTheHouse house) {
        this.intake = intake;
        this.table = table;
        this.process = process;
        this.customers = customers;
        this.house = house;
    }

    @Override
    public String processKey() {
        return LostCustomerProcess.KEY;
    }

    @Override
    @Transactional
    public ProcessInstance submit(Map<String, @Nullable Object> fields) {
        RegisteredFields typed = new RegisteredFields(fields);
        Customer customer = customer(typed);
        String note = note(typed, customer);
        LostCustomerIntake.Taken taken = intake.take(
                new NewLostCustomer(
                        customer.number(),
                        Signal.REPORTED,
                        // each report is a matter of its own
                        UUID.randomUUID().toString(),
                        null,
                        note,
                        house.caller().orElse(null)),
                new Reported(typed.text("reported"), typed.endingKind(), typed.day("endsOn")),
                true);
        if (taken.skipped() != null && note != null) {
            table.addNote(taken.caseNumber(), note);
        }
        return process.running(intake.instanceOf(taken.caseNumber()));
    }

    private Customer customer(RegisteredFields typed) {
        Optional<Customer> named =
                Optional.ofNullable(typed.text("customerNumber")).flatMap(customers::byNumber);
        if (named.isPresent()) {
            return named.get();
        }
        Contact contact = typed.contact();
        List<Customer> fitting = customers.find(contact);
        if (fitting.size() > 1) {
            throw new FormRefusal(
                    "customerNumber",
                    "is needed, because several customers fit: "
                            + fitting.stream()
                                    .map(one -> one.name() + " (" + one.number() + ")")
                                    .collect(Collectors.joining(", ")));
        }
        return fitting.isEmpty() ? customers.addProspect(contact) : fitting.get(0);
    }

    /** What was told, and what the directory has no place for. */
    private static @Nullable String note(RegisteredFields typed, Customer customer) {
        String number = typed.text("customerNumber");
        boolean strange = number != null && !number.equalsIgnoreCase(customer.number());
        String all = Stream.of(
                        typed.text("note"),
                        strange ? "Customer number as told: " + number : null,
                        named(typed.text("agreement"), "Contract: "),
                        customer.name().equalsIgnoreCase(typed.text("customerName"))
                                ? null
                                : named(typed.text("customerName"), "Name as told: "))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n\n"));
        return all.isEmpty() ? null : all.substring(0, Math.min(LONGEST_NOTE, all.length()));
    }

    private static @Nullable String named(@Nullable String text, String what) {
        return text == null ? null : what + text;
    }
}
