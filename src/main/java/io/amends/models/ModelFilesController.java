package io.amends.models;

import io.amends.modeling.ModelDesk;
import io.amends.web.Downloads;
import io.amends.web.SentName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Files of models to take away: one of any version, or the whole set as the folder that {@code amends.models} may name. */
@Controller
class ModelFilesController {

    private final Models models;
    private final ModelDesk desk;

    ModelFilesController(Models models, ModelDesk desk) {
        this.models = models;
        this.desk = desk;
    }

    @GetMapping("/models/{kind}/{key}/versions/{number}/file")
    ResponseEntity<byte[]> file(@PathVariable String kind, @PathVariable String key, @PathVariable int number) {
        Optional<Version> version = Kind.of(kind).flatMap(known -> models.version(known, key, number));
        return version.map(it -> Downloads.file(SentName.last(it.file()), "application/octet-stream", models.file(it)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @GetMapping("/models/set.zip")
    ResponseEntity<byte[]> set() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : desk.current().files().entrySet()) {
                Optional<String> path = SafePath.inFolder(file.getKey());
                if (path.isPresent()) {
                    zip.putNextEntry(new ZipEntry(path.get()));
                    zip.write(file.getValue());
                    zip.closeEntry();
                }
            }
        }
        return Downloads.file("amends-models.zip", "application/zip", bytes.toByteArray());
    }
}
