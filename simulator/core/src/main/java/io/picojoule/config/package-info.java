/**
 * The door between YAML and the domain: finds documents by name or path, reads them, and makes machines, networks, energy tables and
 * mappings of them. The only package that knows YAML; must never know timing or results.
 */
@NullMarked
package io.picojoule.config;

import org.jspecify.annotations.NullMarked;
