package io.amends.mediaregister;

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

/** Imports of outlets and their people. */
@RestController
@PreAuthorize("hasAnyRole('communications', 'service-managers', 'camunda-admin')")
class MediaImportController {

    private final CsvImports imports;
    private final MediaImport register;

    MediaImportController(CsvImports imports, MediaImport register) {
        this.imports = imports;
        this.register = register;
    }

    @Operation(summary = "Import outlets and their people", description = ImportWords.ANSWER)
    @PostMapping(path = "/api/media-register/import", consumes = "text/csv")
    void register(
            HttpServletRequest request,
            HttpServletResponse response,
            @Parameter(description = ImportWords.SOURCE) @RequestParam(defaultValue = "import") String source,
            @Parameter(description = ImportWords.MAPPING) @RequestParam(required = false) @Nullable String mapping)
            throws IOException {
        imports.run(register, request.getInputStream(), request.getContentType(), source, mapping, response);
    }

    @Operation(summary = "Import outlets and their people", description = ImportWords.ANSWER)
    @PostMapping(path = "/api/media-register/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    void register(
            @RequestParam MultipartFile file,
            HttpServletResponse response,
            @Parameter(description = ImportWords.SOURCE) @RequestParam(defaultValue = "import") String source,
            @Parameter(description = ImportWords.MAPPING) @RequestParam(required = false) @Nullable String mapping)
            throws IOException {
        imports.run(register, file.getInputStream(), file.getContentType(), source, mapping, response);
    }
}
