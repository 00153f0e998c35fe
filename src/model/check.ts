import { mark } from '../private/brand';
import { AppContext } from './app-context';
import { CheckContext } from './check-context';
import { Severity } from './finding';
import { Problem } from './problem';

/** What every check says about itself. */
export interface ICheck {
  /** Stable code, never reused: two to ten capital letters and three or four digits, such as `ACME017`. Those that begin with BST are this package's. */
  readonly code: string;
  /** The rule in a few words. */
  readonly title: string;
  /** The highest severity of what it finds. */
  readonly severity: Severity;
  /** Why the rule holds, with its source. */
  readonly rationale: string;
  /** What to change, in general. */
  readonly fix: string;
}

/** One rule about one topology. */
export interface ITopologyCheck extends ICheck {
  /** Judges the topology. Pure: same context, same problems. */
  check(context: CheckContext): Problem[];
}

/** One rule about what meets in a cluster: all topologies of the app that have it are judged together, once. */
export interface IAppCheck extends ICheck {
  /** Judges the app. Pure: same context, same problems. */
  check(context: AppContext): Problem[];
}

/** Marks a check as one of this package: only those may have a code that begins with BST. */
export function ourCheck<Check extends ICheck>(check: Check): Readonly<Check> {
  mark(check, 'OurCheck');
  return Object.freeze(check);
}
