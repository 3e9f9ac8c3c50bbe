package io.picojoule.config;

import io.picojoule.config.document.Origin;

/**
 * A document that can be asked for by name.
 *
 * @param where in words: the current directory, the installation, or inside the jar
 */
public record Preset(Presets.Kind kind, String name, Origin origin, String where) {}
