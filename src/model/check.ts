import { TopologyGraph } from './topology-graph';

/** How sure a finding is, and what follows from it. */
export enum Severity {
  /** Provable from what is declared: the synthesis fails. */
  ERROR = 'error',
  /** A bound or a rule of thumb is crossed: reported, the synthesis goes on. */
  WARNING = 'warning',
  /** It could not be evaluated, because an input is unknown: reported as missing coverage. */
  INFO = 'info',
}

/** What a check found. */
export interface Finding {
  /** Code of the check. */
  readonly code: string;
  /** How sure it is. */
  readonly severity: Severity;
  /** Construct path of the element that it is about. */
  readonly path: string;
  /** What is wrong, with the values that show it. */
  readonly problem: string;
  /** What to change. */
  readonly fix: string;
}

/** An object that the app emits, ours or the user's own. */
export interface EmittedObject {
  /** API group; empty for the core group. */
  readonly group: string;
  /** Kind. */
  readonly kind: string;
  /** Namespace; empty if it names none. */
  readonly namespace: string;
  /** Name. */
  readonly name: string;
  /** Construct path. */
  readonly path: string;
}

/** What a check may look at. */
export interface CheckContext {
  /** The declared topology. */
  readonly graph: TopologyGraph;
  /** Every object that the app emits, in the order of the construct tree. */
  readonly objects: EmittedObject[];
  /** Fields of `DependencyPolicy` that some output enforces, sorted. */
  readonly enforced: string[];
}

/** One rule about the whole topology. */
export interface ITopologyCheck {
  /** Stable code `BSTnnn`; never reused. */
  readonly code: string;
  /** The rule in a few words. */
  readonly title: string;
  /** The severity of what it finds, unless a finding states its own. */
  readonly severity: Severity;
  /** Why the rule holds, with its source. */
  readonly rationale: string;
  /** What to change, in general. */
  readonly fix: string;

  /** Judges the topology. Pure: same context, same findings. */
  check(context: CheckContext): Finding[];
}
