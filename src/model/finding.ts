/** How sure a finding is, and what follows from it. */
export enum Severity {
  /** Provable from what is declared: the synthesis fails. */
  ERROR = 'error',
  /** A bound or a rule of thumb is crossed: reported, the synthesis goes on. */
  WARNING = 'warning',
  /** It could not be evaluated, because an input is unknown: reported as missing coverage. */
  INFO = 'info',
}

/** What a check found, as the topology reports it. */
export interface Finding {
  /** Code of the check. */
  readonly code: string;
  /** How sure it is. */
  readonly severity: Severity;
  /** Path of the subject that it is about. */
  readonly path: string;
  /** What is wrong, with the values that show it. */
  readonly problem: string;
  /** What to change. */
  readonly fix: string;
}

/** A finding that somebody accepted. */
export interface AcknowledgedFinding extends Finding {
  /** Why it is right here. */
  readonly reason: string;
}

const RANKS: readonly unknown[] = [Severity.INFO, Severity.WARNING, Severity.ERROR];

/** Whether a value is a severity, which a caller in another language may get wrong. */
export function isSeverity(value: unknown): value is Severity {
  return RANKS.includes(value);
}

/** The less severe of two; what is no severity bounds nothing. */
export function leastSevere(severity: Severity, bound: unknown): Severity {
  return isSeverity(bound) && RANKS.indexOf(bound) < RANKS.indexOf(severity) ? bound : severity;
}
