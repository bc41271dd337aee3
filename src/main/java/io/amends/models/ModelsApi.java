package io.amends.models;

import io.amends.web.Unknown;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is deployed, for programs. */
@RestController
@RequestMapping("/api/models")
@Tag(name = "Models")
@PreAuthorize("hasAnyRole('process-owners', 'auditors', 'service-managers', 'camunda-admin')")
class ModelsApi {

    private final Models models;

    ModelsApi(Models models) {
        this.models = models;
    }

    @GetMapping
    @Operation(
            summary = "Processes, tables and forms in their latest version",
            description = "running counts processes of all versions; a called process counts as one of its own diagram")
    List<ModelView.JsonRow> list() {
        return models.list();
    }

    @GetMapping("/{kind}/{key}")
    @Operation(
            summary = "All versions of one, the newest first",
            description =
                    "changed says whether its file differs from the version before; steps how many wait at each step")
    @ApiResponse(responseCode = "200", description = "By whom, by which way and why each version was deployed")
    @ApiResponse(responseCode = "404", description = "There is no such model")
    ModelView.Json one(
            @Parameter(description = "process, table or form") @PathVariable String kind,
            @Parameter(description = "Such as complaint") @PathVariable String key) {
        Kind known = Kind.of(kind).orElseThrow(() -> unknown("kind"));
        List<Version> versions = models.versions(known, key);
        if (versions.isEmpty()) {
            throw unknown("key");
        }
        return models.json(known, versions);
    }

    private static Unknown unknown(String field) {
        return new Unknown(field, "There is no such model.");
    }
}
