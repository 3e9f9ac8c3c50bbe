package io.picojoule.sweep.point;

import io.picojoule.sweep.spec.Setting;
import io.picojoule.sweep.spec.SweepSpec;
import io.picojoule.sweep.spec.Variable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/** A fingerprint of all that the result of a point follows from. The order of axes and of their values is not of that. */
final class PointDigest {
    private static final int BYTES = 16;

    private final SweepSpec spec;
    private final byte[] context;

    /** @param context what is the same for all points */
    PointDigest(SweepSpec spec, String context) {
        this.spec = spec;
        this.context = sha().digest(context.getBytes(StandardCharsets.UTF_8));
    }

    byte[] of(int[] choices) {
        TreeMap<String, String> values = new TreeMap<>();
        for (int i = 0; i < choices.length; i++) {
            Variable variable = spec.variables().get(i);
            List<Setting> settings = variable.settings().get(choices[i]);
            for (Setting setting : settings) {
                values.put(setting.target() + " " + setting.path(), setting.text());
            }
            String label = variable.axis().values().get(choices[i]);
            if (!label.equals(settings.get(0).text())) {
                values.put("label " + variable.axis().path(), label);
            }
        }
        MessageDigest sha = sha();
        sha.update(context);
        values.forEach((path, text) ->
                sha.update((path.length() + ":" + path + text.length() + ":" + text).getBytes(StandardCharsets.UTF_8)));
        return Arrays.copyOf(sha.digest(), BYTES);
    }

    private static MessageDigest sha() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
