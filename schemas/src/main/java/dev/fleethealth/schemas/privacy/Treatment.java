package dev.fleethealth.schemas.privacy;

/** What becomes of one kind of personal data. */
public enum Treatment {
    /** It stays as the broker gave it. */
    KEEP,
    /** A keyed hash stands in its place: the same value gives the same hash, and nobody without the key can go back. */
    HASH,
    /** It is left out. */
    DROP
}
