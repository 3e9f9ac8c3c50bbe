package io.picojoule.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Is a master understood, and is a wrong one refused at once and in the right words? */
class MasterTest {
    @ParameterizedTest
    @ValueSource(strings = {"local", "local[2]", "local[*]", "local[2,4]"})
    void threadsOfThisProcess(String url) {
        assertThat(Master.of(url).isLocal()).isTrue();
    }

    @Test
    void whatAnswers() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String url = "spark://" + server.getInetAddress().getHostAddress() + ":" + server.getLocalPort();
            assertThat(Master.of(url)).isEqualTo(new Master(url, false, "127.0.0.1"));
        }
    }

    @Test
    void theSecondWhereTheFirstIsDown() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String url = "spark://127.0.0.1:" + closedPort() + ",127.0.0.1:" + server.getLocalPort();
            assertThat(Master.of(url).url()).isEqualTo(url);
        }
    }

    @Test
    void nothingAnswers() throws IOException {
        int port = closedPort();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Master.of("spark://127.0.0.1:" + port))
                .withMessage("nothing answers at 127.0.0.1:" + port + " (Connection refused)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "yarn                 | it is neither local[CORES] nor spark://HOST:PORT",
                "local[0]             | it is neither local[CORES] nor spark://HOST:PORT",
                "local[-1]            | it is neither local[CORES] nor spark://HOST:PORT",
                "''                   | it is neither local[CORES] nor spark://HOST:PORT",
                "spark://             | it is neither local[CORES] nor spark://HOST:PORT",
                "spark://host         | \"host\" is not HOST:PORT",
                "spark://host:        | \"host:\" is not HOST:PORT",
                "spark://host:port    | \"host:port\" is not HOST:PORT",
                "spark://host:99999   | \"host:99999\" is not HOST:PORT",
                "spark://a:1,         | \"\" is not HOST:PORT",
                "spark://no.invalid:7 | no host is called \"no.invalid\"",
            })
    void isRefused(String url, String reason) {
        assertThatIllegalArgumentException().isThrownBy(() -> Master.of(url)).withMessage(reason);
    }

    private static int closedPort() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return server.getLocalPort();
        }
    }
}
