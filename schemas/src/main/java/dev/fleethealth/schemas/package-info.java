/**
 * The records that everything outside the code relies on, and the topics that carry them. The generated records say
 * nothing about null, so the package is not null-marked; each class of our own is.
 */
package dev.fleethealth.schemas;
