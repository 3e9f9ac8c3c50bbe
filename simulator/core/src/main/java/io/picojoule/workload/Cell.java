package io.picojoule.workload;

/**
 * What a recurrent layer does in a step with the products of its input and of its last state. In the symbols of the papers, with
 * {@code *} element by element:
 *
 * <ul>
 *   <li>{@code rnn} (Elman 1990): {@code h = f(Wx + Uh)}
 *   <li>{@code lstm} (Hochreiter and Schmidhuber 1997, with the forget gate of Gers et al. 2000): {@code c = s(f) * c + s(i) * t(g)},
 *       {@code h = s(o) * t(c)}, where i, f, g, o are the four parts of {@code Wx + Uh}
 *   <li>{@code gru} (Cho et al. 2014, in the form of cuDNN, whose reset gate acts on the product): {@code h = (1 - s(z)) * n + s(z) * h},
 *       {@code n = t(Wx + s(r) * Uh)}
 * </ul>
 */
public enum Cell {
    /** One sum. */
    RNN("rnn", 1, 1, 0, 1),
    /** Four sums of products, then three multiplications and a sum. */
    LSTM("lstm", 4, 4 + 3 + 1, 3, 2),
    /** Three sums of products and the reset; then a difference, two multiplications and a sum. */
    GRU("gru", 3, 3 + 1 + 4, 2, 1);

    private final String key;
    private final int gates;
    private final int arithmetic;
    private final int sigmoids;
    private final int activations;

    Cell(String key, int gates, int arithmetic, int sigmoids, int activations) {
        this.key = key;
        this.gates = gates;
        this.arithmetic = arithmetic;
        this.sigmoids = sigmoids;
        this.activations = activations;
    }

    public String key() {
        return key;
    }

    /** Rows of its weight matrices for each hidden unit. */
    public int gates() {
        return gates;
    }

    /** The work of one hidden unit in one step. */
    VectorWork perUnit(Pointwise.Function activation) {
        return new VectorWork(arithmetic, 0)
                .plus(Pointwise.Function.SIGMOID.perElement().times(sigmoids))
                .plus(activation.perElement().times(activations));
    }
}
