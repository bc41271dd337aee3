package io.amends.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.amends.modeling.FormRefusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappingsTest {

    private static final List<String> CFPB = List.of(
            "Date received", "Product", "Sub-product", "Issue", "Company", "Submitted via", "Date sent to company");

    private final Mappings mappings = new Mappings(new ObjectMapper());

    @ParameterizedTest
    @CsvSource({"cfpb,complaints", "online-retail,purchases", "online-retail-customers,customers"})
    void every_mapping_that_comes_with_the_application_can_be_read(String name, String target) {
        assertThat(mappings.named(name, target).fields()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such", "../application", "", "CFPB", "online-retail"})
    void an_unknown_mapping_or_one_for_something_else_is_refused(String name) {
        assertThatThrownBy(() -> mappings.named(name, "complaints"))
                .isInstanceOfSatisfying(FormRefusal.class, refusal -> assertThat(refusal.field())
                        .isEqualTo("mapping"));
    }

    @Test
    void a_row_of_the_bureau_becomes_a_complaint() {
        var row =
                cfpb().row(record("7/29/2013", "Consumer Loan", "", "Managing the loan", "A Bank", "Fax", "7/30/2013"));

        assertThat(row.fields())
                .containsEntry("receivedAt", "2013-07-29T04:00:00Z")
                .containsEntry("channel", "mail")
                .containsEntry("subject", "contract")
                .containsEntry("product", "Consumer Loan")
                .containsEntry("narrative", "Issue: Managing the loan\nAbout: A Bank")
                .containsKey("externalId");
    }

    @Test
    void everything_that_is_wrong_with_a_row_is_named_at_once() {
        assertThatThrownBy(() -> cfpb().row(record("2/30/2013", "Loan", "", "Other", "A Bank", "Pigeon", "7/30/2013")))
                .isInstanceOfSatisfying(FormRefusal.class, refusal -> assertThat(refusal.findings())
                        .extracting(FormRefusal.Finding::field)
                        .containsExactlyInAnyOrder("receivedAt", "channel"));
    }

    @Test
    void a_complaint_passed_on_before_it_was_received_is_refused_by_the_columns_name() {
        assertThatThrownBy(() -> cfpb().row(record("7/29/2013", "Loan", "", "Other", "A Bank", "Web", "7/28/2013")))
                .isInstanceOfSatisfying(FormRefusal.class, refusal -> assertThat(refusal.field())
                        .isEqualTo("Date sent to company"));
    }

    @Test
    void missing_unknown_doubled_and_nameless_columns_are_named_at_once() {
        assertThatThrownBy(() -> new MappedColumns(mappings.named("cfpb", "complaints"))
                        .header(List.of("Product", "Product", "Colour", "", "Issue", "Company", "Submitted via")))
                .isInstanceOfSatisfying(FormRefusal.class, refusal -> assertThat(refusal.findings())
                        .extracting(FormRefusal.Finding::field)
                        .containsExactly("Product", "Colour", "column 4", "Date received"));
    }

    private RowReader cfpb() {
        var columns = new MappedColumns(mappings.named("cfpb", "complaints"));
        columns.header(CFPB);
        return columns;
    }

    private static CsvRecord record(String... cells) {
        return new CsvRecord(2, List.of(cells), null);
    }
}
