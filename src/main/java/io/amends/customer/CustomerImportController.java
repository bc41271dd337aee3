package io.amends.customer;

import io.amends.imports.CsvImports;
import io.amends.imports.ImportWords;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Imports of customers, of their purchases and of their agreements. */
@RestController
@PreAuthorize("hasAnyRole('service-managers', 'camunda-admin')")
class CustomerImportController {

    private final CsvImports imports;
    private final CustomerImport customers;
    private final PurchaseImport purchases;
    private final AgreementImport agreements;

    CustomerImportController(
            CsvImports imports, CustomerImport customers, PurchaseImport purchases, AgreementImport agreements) {
        this.imports = imports;
        this.customers = customers;
        this.purchases = purchases;
        this.agreements = agreements;
    }

    @Operation(summary = "Import customers", description = ImportWords.ANSWER)
    @PostMapping(path = "/api/customers/import", consumes = "text/csv")
    void customers(
            HttpServletRequest request,
            HttpServletResponse response,
            @Parameter(description = ImportWords.SOURCE) @RequestParam(defaultValue = "import") String source,
            @Parameter(description = ImportWords.MAPPING) @RequestParam(required = false) @Nullable String mapping)
            throws IOException {
        imports.run(customers, request.getInputStream(), request.getContentType(), source, mapping, response);
    }

    @Operation(summary = "Import customers", description = ImportWords.ANSWER)
    @PostMapping(path = "/api/customers/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    void customers(
            @RequestParam MultipartFile file,
            HttpServletResponse response,
            @Parameter(description = ImportWords.SOURCE) @RequestParam(defaultValue = "import") String source,
            @Parameter(description = ImportWords.MAPPING) @RequestParam(required = false) @Nullable String mapping)
            throws IOException {
        imports.run(customers, file.getInputStream(), file.getContentType(), source, mapping, response);
    }

    @Operation(summary = "Import purchases", description = ImportWords.ANSWER)
    @PostMapping(path = "/api/purchases/import", consumes = "text/csv")
    void purchases(
            HttpServletRequest request,
            HttpServletResponse response,
            @Parameter(description = ImportWords.SOURCE) @RequestParam(defaultValue = "import") String source,
            @Parameter(description = ImportWords.MAPPING) @RequestParam(required = false) @Nullable String mapping)
            throws IOException {
        imports.run(purchases, request.getInputStream(), request.getContentType(), source, mapping, response);
    }

    @Operation(summary = "Import purchases", description = ImportWords.ANSWER)
    @PostMapping(path = "/api/purchases/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    void purchases(
            @RequestParam MultipartFile file,
            HttpServletResponse response,
            @Parameter(description = ImportWords.SOURCE) @RequestParam(defaultValue = "import") String source,
            @Parameter(description = ImportWords.MAPPING) @RequestParam(required = false) @Nullable String mapping)
            throws IOException {
        imports.run(purchases, file.getInputStream(), file.getContentType(), source, mapping, response);
    }

    @Operation(summary = "Import agreements", description = ImportWords.ANSWER)
    @PostMapping(path = "/api/agreements/import", consumes = "text/csv")
    void agreements(
            HttpServletRequest request,
            HttpServletResponse response,
            @Parameter(description = ImportWords.SOURCE) @RequestParam(defaultValue = "import") String source,
            @Parameter(description = ImportWords.MAPPING) @RequestParam(required = false) @Nullable String mapping)
            throws IOException {
        imports.run(agreements, request.getInputStream(), request.getContentType(), source, mapping, response);
    }

    @Operation(summary = "Import agreements", description = ImportWords.ANSWER)
    @PostMapping(path = "/api/agreements/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    void agreements(
            @RequestParam MultipartFile file,
            HttpServletResponse response,
            @Parameter(description = ImportWords.SOURCE) @RequestParam(defaultValue = "import") String source,
            @Parameter(description = ImportWords.MAPPING) @RequestParam(required = false) @Nullable String mapping)
            throws IOException {
        imports.run(agreements, file.getInputStream(), file.getContentType(), source, mapping, response);
    }
}
