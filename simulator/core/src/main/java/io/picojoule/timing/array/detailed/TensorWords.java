package io.picojoule.timing.array.detailed;

import io.picojoule.workload.LayerData;
import io.picojoule.workload.Subwords;

/**
 * The words of a layer's inputs and weights, as they travel and as the multipliers take them. A word of one value is that number. A word of
 * several is known by its place in the tensor, so that one {@code int} travels either way; an input word of zeros is 0.
 */
final class TensorWords {
    private final int[] inputs;
    private final int[] weights;
    private final int values;

    TensorWords(LayerData data) {
        this.inputs = data.input();
        this.weights = data.weights();
        this.values = data.valuesPerWord();
    }

    /** The input word at a place of the tensor. */
    int input(int place) {
        if (values == 1) {
            return inputs[place];
        }
        return Subwords.isZero(inputs, place, values) ? 0 : place + 1;
    }

    /** The weight word at a place of the tensor. */
    int weight(int place) {
        return values == 1 ? weights[place] : place;
    }

    /** Adds to the sum of each filter the product of an input word with a weight word, the first of which is at {@code first}. */
    void add(int[] sums, int[] weightWords, int first, int input) {
        if (values == 1) {
            for (int filter = 0; filter < sums.length; filter++) {
                sums[filter] += input * weightWords[first + filter];
            }
        } else {
            for (int filter = 0; filter < sums.length; filter++) {
                sums[filter] += product(input, weightWords[first + filter]);
            }
        }
    }

    /** An input word times a weight word: all products of their values, added up. */
    int product(int input, int weight) {
        if (values == 1) {
            return input * weight;
        }
        if (input == 0) {
            return 0;
        }
        int sum = 0;
        for (int value = 0; value < values; value++) {
            sum += inputs[(input - 1) * values + value] * weights[weight * values + value];
        }
        return sum;
    }
}
