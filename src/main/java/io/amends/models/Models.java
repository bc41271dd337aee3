package io.amends.models;

import io.amends.casefile.PlainTime;
import io.amends.casefile.StaffNames;
import io.amends.modeling.ModelDesk;
import io.amends.modeling.ModelFileSet;
import io.amends.modeling.ModelWay;
import io.amends.models.ModelView.Changes;
import io.amends.models.ModelView.Choice;
import io.amends.models.ModelView.Deployed;
import io.amends.models.ModelView.Field;
import io.amends.models.ModelView.Json;
import io.amends.models.ModelView.JsonRow;
import io.amends.models.ModelView.JsonVersion;
import io.amends.models.ModelView.Line;
import io.amends.models.ModelView.OtherTable;
import io.amends.models.ModelView.Page;
import io.amends.models.ModelView.Row;
import io.amends.models.ModelView.Section;
import io.amends.models.ModelView.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what is deployed and says it in words. */
@Component
class Models {

    private static final Set<String> SHOWN_ONLY =
            Set.of("text", "html", "separator", "spacer", "table", "button", "image", "group", "expression");

    private static final int LONGEST = 160;

    private final ModelTable models;
    private final RunningTable running;
    private final DeploymentTable deployments;
    private final ModelDesk desk;
    private final StaffNames staff;
    private final PlainTime time;

    Models(
            ModelTable models,
            RunningTable running,
            DeploymentTable deployments,
            ModelDesk desk,
            StaffNames staff,
            PlainTime time) {
        this.models = models;
        this.running = running;
        this.deployments = deployments;
        this.desk = desk;
        this.staff = staff;
        this.time = time;
    }

    /**
     * All models, by kind.
     *
     * @param text part of a name, a key or a file; empty for all
     */
    List<Section> sections(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        Map<String, Long> counts = running.byKey();
        Deployers deployers = new Deployers(staff);
        List<Section> sections = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            Map<String, Version> changed = new HashMap<>();
            models.lastChanged(kind).forEach(version -> changed.put(version.key(), version));
            List<Row> rows = models.latest(kind).stream()
                    .filter(version -> fits(version, wanted))
                    .map(version -> row(
                            kind,
                            version,
                            changed.getOrDefault(version.key(), version),
                            count(kind, version, counts),
                            deployers))
                    .toList();
            if (!rows.isEmpty()) {
                sections.add(new Section(kind.code(), kind.plural(), rows));
            }
        }
        return sections;
    }

    private static boolean fits(Version version, String wanted) {
        return (version.key() + ' ' + version.name() + ' ' + version.file())
                .toLowerCase(Locale.ROOT)
                .contains(wanted);
    }

    private static long count(Kind kind, Version version, Map<String, Long> counts) {
        return kind == Kind.PROCESS ? counts.getOrDefault(version.key(), 0L) : 0;
    }

    private Row row(Kind kind, Version latest, Version changed, long many, Deployers deployers) {
        return new Row(
                kind.code(),
                latest.key(),
                latest.name(),
                latest.file(),
                latest.number(),
                time.moment(changed.at()),
                changed.number(),
                deployers.of(changed),
                changed.note(),
                many);
    }

    /** The deployment that counts now, if it is on record. */
    Optional<Deployed> current() {
        return deployments.find(desk.currentId()).map(row -> deployed(row, new Deployers(staff)));
    }

    /** The newest first. */
    List<Changes> deployments(long before, int most) {
        List<DeploymentTable.Row> rows = deployments.newest(before, most);
        List<String> ids = rows.stream().map(DeploymentTable.Row::deploymentId).toList();
        Map<String, List<DeploymentTable.ChangedFile>> changes = deployments.changes(ids);
        Map<String, String> addresses = addresses(ids);
        Deployers deployers = new Deployers(staff);
        return rows.stream()
                .map(row -> new Changes(
                        row.seq(),
                        deployed(row, deployers),
                        changes.getOrDefault(row.deploymentId(), List.of()).stream()
                                .map(file -> new ModelView.ChangedFile(
                                        file.name(),
                                        file.fate(),
                                        addresses.get(row.deploymentId() + ' ' + file.name())))
                                .toList()))
                .toList();
    }

    /** Where to read what became of a changed file, by deployment and file. Of several tables in one file, one leads to the others. */
    private Map<String, String> addresses(List<String> deploymentIds) {
        Map<String, String> addresses = new HashMap<>();
        for (Kind kind : Kind.values()) {
            for (Version version : models.changedIn(kind, deploymentIds)) {
                String file = version.deploymentId() + ' ' + version.file();
                // the table that gave the file its name tells most
                boolean own = version.file().endsWith('/' + version.key() + kind.ending());
                if (own || !addresses.containsKey(file)) {
                    addresses.put(file, address(kind, version));
                }
            }
        }
        return addresses;
    }

    private static String address(Kind kind, Version version) {
        String place = "/models/" + kind.code() + '/' + version.key();
        return version.number() == 1
                ? place + "?version=1"
                : place + "/difference?from=" + (version.number() - 1) + "&to=" + version.number();
    }

    private Deployed deployed(DeploymentTable.Row row, Deployers deployers) {
        return new Deployed(time.moment(row.at()), deployers.name(row.by()), way(row.way()), row.note());
    }

    /** Whether the application brings files of which people's own count. */
    List<String> held() {
        Set<String> held = deployments.held();
        if (held.isEmpty()) {
            return List.of();
        }
        Map<String, String> offered = deployments.offered();
        Map<String, byte[]> now = desk.current().files();
        return held.stream()
                .filter(name -> differs(offered.get(name), now.get(name)))
                .toList();
    }

    private static boolean differs(@Nullable String hash, byte @Nullable [] content) {
        return content == null || !ModelFileSet.hash(content).equals(hash);
    }

    Optional<Version> version(Kind kind, String key, int number) {
        return models.version(kind, key, number);
    }

    /** All versions, the newest first; empty for a model that there is not. */
    List<Version> versions(Kind kind, String key) {
        return models.versions(kind, key);
    }

    byte[] file(Version version) {
        return desk.file(version.deploymentId(), version.file()).orElseThrow();
    }

    /**
     * The page of a model.
     *
     * @param versions at least one, the newest first
     * @param shown one of them
     * @param all whether versions that only came along are listed, too
     */
    Page page(Kind kind, List<Version> versions, Version shown, boolean all) {
        Version latest = versions.get(0);
        Map<String, Long> counts = kind == Kind.PROCESS ? running.byVersion(latest.key()) : Map.of();
        Deployers deployers = new Deployers(staff);
        List<Line> listed = versions.stream()
                .filter(version -> all
                        || version.changed()
                        || version.number() == latest.number()
                        || counts.containsKey(version.definitionId()))
                .map(version -> line(version, latest, counts, deployers))
                .toList();
        return new Page(
                kind.code(),
                kind.word(),
                latest.key(),
                latest.name(),
                latest.file(),
                line(shown, latest, counts, deployers),
                versions.stream()
                        .filter(version -> version.number() <= shown.number() && version.changed())
                        .findFirst()
                        .map(version -> line(version, latest, counts, deployers))
                        .orElse(null),
                listed,
                versions.size() - listed.size(),
                kind == Kind.PROCESS ? steps(versions) : List.of(),
                counts.values().stream().mapToLong(Long::longValue).sum());
    }

    /** Other tables of the same file that changed between two versions of one, each with where to read of it. */
    List<OtherTable> others(String key, Version before, byte[] was, Version after, byte[] is) {
        List<OtherTable> others = new ArrayList<>();
        FileDifference.otherTables(key, was, is).forEach((other, name) -> {
            List<Version> versions = models.versions(Kind.TABLE, other);
            String place = "/models/table/" + other;
            Optional<Integer> from = numberIn(versions, before);
            Optional<Integer> to = numberIn(versions, after);
            others.add(new OtherTable(
                    name,
                    from.isPresent() && to.isPresent()
                            ? place + "/difference?from=" + from.get() + "&to=" + to.get()
                            : place));
        });
        return List.copyOf(others);
    }

    /** Its number among versions of another model that came with the same deployment. */
    private static Optional<Integer> numberIn(List<Version> versions, Version beside) {
        return versions.stream()
                .filter(version -> version.deploymentId().equals(beside.deploymentId()))
                .map(Version::number)
                .findFirst();
    }

    /** Versions to compare, in the same order. */
    List<Choice> choices(List<Version> versions) {
        return versions.stream()
                .map(version -> new Choice(version.number(), time.moment(version.at())))
                .toList();
    }

    private Line line(Version version, Version latest, Map<String, Long> counts, Deployers deployers) {
        return new Line(
                version.number(),
                time.moment(version.at()),
                deployers.of(version),
                way(version.way()),
                version.note(),
                version.changed(),
                version.number() == latest.number(),
                counts.getOrDefault(version.definitionId(), 0L));
    }

    private List<Step> steps(List<Version> versions) {
        Map<String, Map<String, Long>> counts = running.byStep(versions.get(0).key());
        List<Step> steps = new ArrayList<>();
        for (Version version : versions) {
            Map<String, Long> here = counts.getOrDefault(version.definitionId(), Map.of());
            if (!here.isEmpty()) {
                Map<String, Part> parts = new HashMap<>();
                DiagramParts.of(file(version)).forEach(part -> parts.put(part.id(), part));
                here.forEach((id, many) -> steps.add(step(version.number(), id, parts.get(id), many)));
            }
        }
        return steps;
    }

    private static Step step(int version, String id, @Nullable Part part, long many) {
        return part == null
                ? new Step(version, id, id, "", many)
                : new Step(version, id, part.title(), Words.type(part.type()), many);
    }

    /** What a form asks and shows, in its order. */
    List<Field> fields(byte[] form) {
        return FormParts.of(form).stream().map(Models::field).toList();
    }

    private static Field field(Part part) {
        boolean asks = !SHOWN_ONLY.contains(part.type());
        String says = asks
                ? part.properties().getOrDefault("description", "")
                : plain(part.properties()
                        .getOrDefault("content", part.properties().getOrDefault("text", "")));
        return new Field(
                asks ? part.id() : "",
                part.name(),
                Words.type(part.type()),
                asks,
                "true".equals(part.properties().get("validate.required")),
                says);
    }

    /** The first words of what a form shows, without its marks. */
    private static String plain(String content) {
        String words = content.replaceAll("<[^>]*>", " ")
                .replaceAll("\\{\\{[^}]*}}", "…")
                .replaceAll("(\\s*…\\s*)+", " … ")
                .replaceAll("\\s+", " ")
                .strip();
        return words.length() > LONGEST ? words.substring(0, LONGEST) + " …" : words;
    }

    List<JsonRow> list() {
        Map<String, Long> counts = running.byKey();
        return Arrays.stream(Kind.values())
                .flatMap(kind -> models.latest(kind).stream()
                        .map(version -> new JsonRow(
                                kind.code(),
                                version.key(),
                                version.name(),
                                version.file(),
                                version.number(),
                                version.at().toString(),
                                count(kind, version, counts))))
                .toList();
    }

    Json json(Kind kind, List<Version> versions) {
        Version latest = versions.get(0);
        boolean runs = kind == Kind.PROCESS;
        Map<String, Long> counts = runs ? running.byVersion(latest.key()) : Map.of();
        Map<String, Map<String, Long>> steps = runs ? running.byStep(latest.key()) : Map.of();
        return new Json(
                kind.code(),
                latest.key(),
                latest.name(),
                versions.stream()
                        .map(version -> new JsonVersion(
                                version.number(),
                                version.deploymentId(),
                                version.file(),
                                version.at().toString(),
                                version.by() == null ? "" : version.by(),
                                version.way() == null ? "" : version.way(),
                                version.note(),
                                version.changed(),
                                counts.getOrDefault(version.definitionId(), 0L),
                                steps.getOrDefault(version.definitionId(), Map.of())))
                        .toList());
    }

    private static String way(@Nullable String code) {
        return Arrays.stream(ModelWay.values())
                .filter(way -> way.code().equals(code))
                .map(ModelWay::words)
                .findFirst()
                .orElse("");
    }
}
