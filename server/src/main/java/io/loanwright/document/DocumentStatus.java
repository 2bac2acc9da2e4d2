package io.loanwright.document;

/** How far a paper is trusted. */
public enum DocumentStatus {
  /** Nobody has looked at it yet but who filed it. */
  WAITING,
  /** Somebody else than who filed it vouches for it. */
  VERIFIED,
  /** Somebody has looked at it and says why it will not do. */
  REFUSED,
  /** A newer one that was verified took its place. */
  REPLACED
}
