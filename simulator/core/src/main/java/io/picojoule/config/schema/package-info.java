/**
 * What documents may say, as data: from it come the JSON Schemas that editors read. The readers in the package above decide; a test keeps
 * the keys of both equal.
 */
@NullMarked
package io.picojoule.config.schema;

import org.jspecify.annotations.NullMarked;
