/**
 * A YAML document as a tree that knows its places, and the tools to read one: problems that are collected, quantities with units,
 * sections that check their keys, inheritance, overrides. Must never know what a document is about.
 */
@NullMarked
package io.picojoule.config.document;

import org.jspecify.annotations.NullMarked;
