package io.picojoule.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.picojoule.workload.Network;
import io.picojoule.workload.NetworkLayer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** Weights, biases and MACs of the shipped networks, held to the published model definitions without any margin. */
class PublishedNetworksTest {

    @ParameterizedTest
    @CsvSource({
        "alexnet, 60954656, 10568, 724406816, 665784864",
        "alexnet-owt, 61090496, 10344, 714188480, 655566528",
        "vgg16, 138344128, 13416, 15470264320, 15346630656",
        "vgg-a, 132851392, 11944, 7609090048, 7485456384",
        "overfeat-fast, 145909792, 11080, 2801403904, 2671478784",
        "googlenet, 6990272, 8280, 1582671872, 1581647872",
        "resnet18, 11678912, 1000, 1814073344, 1813561344",
        "resnet50, 25502912, 1064, 3857973248, 3855925248",
        "squeezenet-1.0, 1244448, 3976, 861339936, 861339936",
        "squeezenet-1.1, 1231552, 3944, 387747520, 387747520",
        "mobilenet-v1, 4209088, 1000, 568740352, 568740352",
        "lenet5, 430500, 580, 2293000, 1888000",
        "lenet-300-100, 266200, 410, 266200, 0",
        "neuraltalk, 10612200, 11791, 10612200, 0",
        "mlp0-like, 20000000, 0, 20000000, 0",
        "mlp1-like, 4999696, 0, 4999696, 0",
        "hopfield-1024, 1048576, 0, 10485760, 0",
        "bam, 262144, 0, 5242880, 0",
    })
    void totals(String name, long weights, long biases, long macs, long convolutionMacs) {
        Network network = network(name);

        assertThat(network.weights()).isEqualTo(weights);
        assertThat(network.biases()).isEqualTo(biases);
        assertThat(network.macs()).isEqualTo(macs);
        assertThat(network.layers().stream()
                        .filter(layer -> layer.layer().kind().endsWith("conv"))
                        .mapToLong(NetworkLayer::macs)
                        .sum())
                .isEqualTo(convolutionMacs);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "published-layers.csv")
    void layers(String name, String layerName, String output, long weights, long biases, long macs) {
        NetworkLayer layer = network(name).layers().stream()
                .filter(each -> each.name().equals(layerName))
                .findFirst()
                .orElseThrow();

        assertThat(layer.output()).hasToString(output);
        assertThat(layer.weights()).isEqualTo(weights);
        assertThat(layer.biases()).isEqualTo(biases);
        assertThat(layer.macs()).isEqualTo(macs);
    }

    @Test
    void alexnetHasTheLayersOfItsDefinition() {
        assertThat(network("alexnet").layers())
                .extracting(NetworkLayer::name)
                .containsExactly(
                        "conv1", "relu1", "norm1", "pool1", "conv2", "relu2", "norm2", "pool2", "conv3", "relu3",
                        "conv4", "relu4", "conv5", "relu5", "pool5", "fc6", "relu6", "drop6", "fc7", "relu7", "drop7",
                        "fc8", "prob");
    }

    /** 1201 inputs, the bias among them, of 4 gates of 600. */
    @Test
    void theLstmOfNeuralTalkHasThePublishedWeights() {
        Network lstm = network("neuraltalk").only(List.of("LSTM"));

        assertThat(lstm.weights() + lstm.biases()).isEqualTo(1201L * 2400);
        assertThat(lstm.layers())
                .extracting(NetworkLayer::name)
                .containsExactly("LSTM/input", "LSTM/recurrent", "LSTM/gates");
    }

    private static Network network(String name) {
        return Configurations.at(Path.of("no-such-directory"), Optional.empty())
                .workload(name, List.of())
                .value();
    }
}
