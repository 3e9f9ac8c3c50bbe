package io.picojoule.workload;

/** A tensor file that cannot be used: the user's mistake, told in the user's words. */
public final class TensorFileException extends RuntimeException {
    private TensorFileException(String message) {
        super(OneLine.of(message));
    }

    static TensorFileException of(String file, String found, String wanted) {
        return new TensorFileException(file + ": found " + found + "; wanted is " + wanted);
    }

    /** Nothing reads tensors of a layer of this kind. */
    public static TensorFileException unwanted(String place, TensorReference file, String kind) {
        return new TensorFileException(place + " names " + file + ", but layers of kind " + kind
                + " have no MACs, and only those with MACs read tensors");
    }

    /** The same, with the place that names the file in front. */
    public TensorFileException at(String place) {
        return new TensorFileException(place + ": " + getMessage());
    }
}
