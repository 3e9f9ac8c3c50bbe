package io.picojoule.sweep;

/**
 * A number that a sweep keeps of every point.
 *
 * @param key in tables and files
 * @param title for people
 * @param unit without prefix; {@code %} for a fraction, empty for a count
 */
public record Measure(String key, String title, String unit) {}
