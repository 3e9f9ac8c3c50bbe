package io.picojoule.report;

import io.picojoule.report.html.HtmlReport;
import java.nio.file.*;

final class Preview {
    public static void main(String[] a) throws Exception {
        long t = System.nanoTime();
        String h = HtmlReport.of(SampleRuns.report());
        System.out.println((System.nanoTime() - t) / 1000000 + " ms " + h.length());
        Files.writeString(Path.of(a[0]), h);
        System.out.println(TerminalTable.of(SampleRuns.report(), false));
        if (a.length > 1) System.out.println(JsonResult.of(SampleRuns.report()));
    }
}
