package io.amends.modeling.guard;

import io.amends.modeling.FormRefusal;
import io.amends.modeling.ModelFinding;
import io.amends.modeling.ModelReview;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Tells what is wrong with changed models, and deploys nothing. */
@RestController
@PreAuthorize("hasAnyRole('process-owners', 'camunda-admin')")
class ModelCheckController {

    private final ModelReview review;

    ModelCheckController(ModelReview review) {
        this.review = review;
    }

    @Operation(
            summary = "Check changed models",
            description =
                    "Diagrams, tables and forms are looked at as a deployment would look at them, beside the models that are deployed"
                            + " now: everything that is wrong at once, or an empty list. Nothing is deployed.")
    @PostMapping(path = "/api/models/check", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    List<ModelFinding> check(
            @Parameter(
                            description =
                                    "Files under their names, with or without their folder: complaint/complaint.bpmn, close-case.form")
                    @RequestParam("file")
                    List<MultipartFile> files)
            throws IOException {
        SortedMap<String, byte[]> contents = new TreeMap<>();
        for (MultipartFile file : files) {
            String name = String.valueOf(file.getOriginalFilename());
            if (contents.put(name, file.getBytes()) != null) {
                throw new FormRefusal("file", "is there twice: " + name);
            }
        }
        return review.check(contents);
    }
}
