import { Routed } from './routes';
import { Connecting } from './rules';

/** What happens to a request, from the YAML alone. */
export interface Answer {
  readonly outcome: string;
  /** Percent by the pods, or by the host and port outside, that it may go to. */
  readonly shares?: Readonly<Record<string, number>>;
  readonly timeout?: number;
  /** "own" for those that Istio makes by itself. */
  readonly retries?: 'own' | NonNullable<Routed['retries']>;
  readonly connecting?: Omit<Connecting, 'subsets'>;
}
