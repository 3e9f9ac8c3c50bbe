package io.picojoule.spark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where Spark runs.
 *
 * @param url as Spark has it, {@code local[2]} or {@code spark://host:7077}
 * @param isLocal whether its workers are threads of this process
 * @param driver address of this machine at which workers can reach it
 */
record Master(String url, boolean isLocal, String driver) {
    private static final Pattern LOCAL = Pattern.compile("local(\\[(\\*|[1-9][0-9]{0,3})(,[1-9][0-9]{0,3})?])?");
    private static final Pattern STANDALONE = Pattern.compile("spark://(?<all>\\S+)");
    private static final Pattern HOST = Pattern.compile("(?<host>[^\\s:,/]+|\\[[0-9a-fA-F:.]+]):(?<port>[0-9]{1,5})");
    private static final int PATIENCE_MILLISECONDS = 5_000;
    private static final int LARGEST_PORT = 65_535;

    /**
     * A master that can be reached. Spark itself would try a wrong one for a minute, and not say why.
     *
     * @throws IllegalArgumentException with the reason
     */
    static Master of(String url) {
        if (LOCAL.matcher(url).matches()) {
            return new Master(url, true, InetAddress.getLoopbackAddress().getHostAddress());
        }
        Matcher standalone = STANDALONE.matcher(url);
        if (!standalone.matches()) {
            throw new IllegalArgumentException("it is neither local[CORES] nor spark://HOST:PORT");
        }
        String reason = "";
        for (String each : standalone.group("all").split(",", -1)) {
            Matcher host = HOST.matcher(each);
            if (!host.matches() || Integer.parseInt(host.group("port")) > LARGEST_PORT) {
                throw new IllegalArgumentException("\"" + each + "\" is not HOST:PORT");
            }
            try {
                return new Master(url, false, reach(host.group("host"), Integer.parseInt(host.group("port"))));
            } catch (UnknownHostException unknown) {
                reason = "no host is called \"" + host.group("host") + "\"";
            } catch (IOException silent) {
                reason = "nothing answers at " + each + " (" + silent.getMessage() + ")";
            }
        }
        throw new IllegalArgumentException(reason);
    }

    /** The address of this machine on the way to another. */
    private static String reach(String host, int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getByName(host), port), PATIENCE_MILLISECONDS);
            return socket.getLocalAddress().getHostAddress();
        }
    }
}
