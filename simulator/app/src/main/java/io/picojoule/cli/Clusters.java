package io.picojoule.cli;

import io.picojoule.config.document.Problems;
import io.picojoule.sweep.point.SweepJob;
import io.picojoule.sweep.run.ClusterProvider;
import io.picojoule.sweep.run.PointExecutor;
import java.util.Optional;
import java.util.ServiceLoader;

/** Where {@code --on} leads. */
final class Clusters {
    static final String ON = "--on";
    private static final String EXAMPLE = "spark://host:7077";

    private Clusters() {}

    /**
     * An executor on a cluster.
     *
     * @throws io.picojoule.config.document.InvalidInputException if there is no such cluster, or this program was built without any
     */
    static PointExecutor open(String master, SweepJob job) {
        Problems problems = new Problems();
        OptionReader options = new OptionReader(problems);
        Optional<ClusterProvider> provider =
                ServiceLoader.load(ClusterProvider.class).findFirst();
        if (provider.isEmpty()) {
            String wanted = "scripts/pj, which builds what is missing, is wanted";
            options.refuse(ON, master, "this program was started without its Spark module", wanted, "");
        }
        problems.throwIfAny();
        try {
            return provider.orElseThrow().open(master, job);
        } catch (IllegalArgumentException refused) {
            options.refuse(ON, master, String.valueOf(refused.getMessage()), "a master of Spark is wanted", EXAMPLE);
            problems.throwIfAny();
            throw refused;
        }
    }
}
