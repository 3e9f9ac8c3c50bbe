package io.picojoule.cli;

import picocli.CommandLine.Parameters;

/** What decides a run. */
final class RunOptions extends SettingOptions {
    @Parameters(paramLabel = "ACCELERATOR", description = "A machine: a preset (pj list) or a YAML file.")
    String accelerator = "";

    @Parameters(
            paramLabel = "WORKLOAD",
            description = "A network: a preset, a YAML file, or a topology of SCALE-Sim (.csv).")
    String workload = "";
}
