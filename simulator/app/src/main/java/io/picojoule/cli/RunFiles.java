package io.picojoule.cli;

import io.picojoule.cli.RunPlan.Arguments;
import io.picojoule.config.Presets;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.report.Batches;
import io.picojoule.report.CsvLayers;
import io.picojoule.report.JsonResult;
import io.picojoule.report.MappingFile;
import io.picojoule.report.Report;
import io.picojoule.report.html.HtmlReport;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a run leaves behind: a folder for each batch, beside those of the others. */
final class RunFiles {
    private static final String RESULT = "result.json";
    private static final String LAYERS = "layers.csv";
    private static final String MAPPING = "mapping.yaml";
    private static final String PAGE = "report.html";

    private final Path workingDirectory;
    private final RunPlan plan;
    private final @Nullable Path out;

    /** @param out where the folders are to be, or the folder itself if there is one batch only */
    RunFiles(Path workingDirectory, RunPlan plan, @Nullable Path out) {
        this.workingDirectory = workingDirectory;
        this.plan = plan;
        this.out = out;
    }

    /** Makes the folders, and refuses what could not be written into them. */
    void prepare(ResultFiles files) {
        plan.batches().forEach(batch -> files.prepare(folder(batch), names().toArray(String[]::new)));
    }

    /** Link to the page of a batch from the pages of the others. */
    String link(int batch) {
        // A name may hold what ends a link's path; a space is no + there.
        String name = URLEncoder.encode(folder(batch).getFileName().toString(), StandardCharsets.UTF_8);
        return "../" + name.replace("+", "%20") + "/" + PAGE;
    }

    /** Writes all files and puts them into place. */
    void write(Batches batches, ResultFiles files) {
        for (Batches.Run run : batches.runs()) {
            Path folder = folder(run.batch());
            files.write(folder.resolve(RESULT), JsonResult.of(run.report()));
            files.write(folder.resolve(LAYERS), CsvLayers.of(run.report()));
            if (names().contains(MAPPING)) {
                files.write(folder.resolve(MAPPING), MappingFile.of(run.report()));
            }
        }
        try {
            for (Batches.Run run : batches.runs()) {
                Report report = run.report();
                files.write(folder(run.batch()).resolve(PAGE), HtmlReport.of(report, batches));
            }
        } catch (InternalError | LinkageError missing) {
            files.publish();
            Path page = folder(plan.batches().get(0)).resolve(PAGE);
            throw OutputException.noFonts(page, listed(names().subList(1, names().size())));
        }
        files.publish();
    }

    /** What was written, a line a batch. */
    List<String> written() {
        return plan.batches().stream()
                .map(batch -> "wrote " + folder(batch).resolve(listed(names())))
                .toList();
    }

    private Path folder(int batch) {
        if (out != null) {
            return workingDirectory.resolve(plan.batches().size() == 1 ? out : out.resolve("b" + batch));
        }
        Arguments arguments = plan.arguments();
        String name =
                Presets.baseName(arguments.accelerator()) + "-" + Presets.baseName(arguments.workload()) + "-b" + batch;
        return workingDirectory.resolve("reports").resolve(name);
    }

    /** An engine has no mappings to keep. */
    private List<String> names() {
        return plan.machine().value() instanceof SpatialArray
                ? List.of(PAGE, RESULT, LAYERS, MAPPING)
                : List.of(PAGE, RESULT, LAYERS);
    }

    private static String listed(List<String> names) {
        int last = names.size() - 1;
        return String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
