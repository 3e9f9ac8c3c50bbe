package io.picojoule.timing;

import org.jspecify.annotations.Nullable;

/** Puts together what a DRAM channel does for one transfer cycle after cycle, and tells it to a trace. */
public final class ChannelTrace {
    private final LayerTrace trace;
    private @Nullable Transfer transfer;
    private long start;
    private long end;
    private long cyclesLeft;

    public ChannelTrace(LayerTrace trace) {
        this.trace = trace;
    }

    /** Whether anyone listens; if not, no transfer need be named. */
    public boolean isHeard() {
        return trace != LayerTrace.NONE;
    }

    /** The channel worked for this transfer from {@code from} to before {@code to}, and so much is left of it. */
    public void served(@Nullable Transfer served, long from, long to, long left) {
        if (served == null || from == to) {
            return;
        }
        if (!served.equals(transfer) || from != end) {
            tell();
            transfer = served;
            start = from;
        }
        end = to;
        cyclesLeft = left;
        if (left == 0) {
            tell();
        }
    }

    private void tell() {
        if (transfer != null) {
            trace.served(new LayerTrace.Service(transfer, start, end, cyclesLeft));
            transfer = null;
        }
    }
}
