/** What support asks for about one device, in a zip, without secrets and personal data. */
@NullMarked
package dev.fleethealth.streams.query.bundle;

import org.jspecify.annotations.NullMarked;
