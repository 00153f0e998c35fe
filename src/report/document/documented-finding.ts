/** What a check found. */
export interface DocumentedFinding {
  /** Code of the check. */
  readonly code: string;
  /** How sure it is: `error`, `warning` or `info`. */
  readonly severity: string;
  /** Construct path of what it is about: an element of the document, or an object that the app emits. */
  readonly path: string;
  /** What is wrong. */
  readonly problem: string;
  /** What to change. */
  readonly fix: string;
}

/** A finding that somebody accepted. */
export interface DocumentedAcknowledgement {
  /** What was found. */
  readonly finding: DocumentedFinding;
  /** Why it is right here. */
  readonly reason: string;
}
