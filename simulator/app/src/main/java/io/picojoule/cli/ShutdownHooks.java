package io.picojoule.cli;

/** What is to happen at Ctrl-C. */
final class ShutdownHooks {
    private ShutdownHooks() {}

    static void add(Thread hook) {
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException tooLate) {
            awaitTheEnd();
        }
    }

    static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException tooLate) {
            // The hook runs, and does no harm.
        }
    }

    /** The program is being ended: what was going on goes no further, and says nothing of it. */
    static void awaitTheEnd() {
        while (true) {
            try {
                Thread.sleep(Long.MAX_VALUE);
            } catch (InterruptedException impatient) {
                // The end comes when the hooks are done.
            }
        }
    }
}
