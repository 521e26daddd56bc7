/** Configuration files: strict YAML into a tree of records, with one clear error for whatever is wrong. */
@NullMarked
package dev.fleethealth.service.config;

import org.jspecify.annotations.NullMarked;
