/** What docs/checks/ says about a code that no check object stands for. */
export interface RefusalDoc {
  readonly code: string;
  /** Name of the rule, its words joined by `-`. */
  readonly title: string;
  /** Why the rule holds. */
  readonly rationale: string;
  /** What to change, in general. */
  readonly fix: string;
}

/** What it says about a finding that no check object stands for. */
export interface FindingDoc extends RefusalDoc {
  readonly effect: 'error' | 'warning';
  /** Whether `topology.acknowledge` accepts it. */
  readonly acknowledgeable: boolean;
}
