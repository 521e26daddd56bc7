/** What ports that others connect to have in common: who is let in. */
@NullMarked
package dev.fleethealth.service.http;

import org.jspecify.annotations.NullMarked;
