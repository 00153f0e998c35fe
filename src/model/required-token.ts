import { Jwt } from './jwt';

/** A token that a workload demands; of several, one is enough. */
export interface RequiredToken {
  /** How it is verified. */
  readonly jwt: Jwt;
  /** Claims that it has to have: for each, the texts of which it is one or holds one, sorted. */
  readonly claims: Record<string, string[]>;
  /**
   * Ports of the pods at which it is demanded, sorted.
   *
   * @default - those of services whose requests a mesh sees; of a gateway, all
   */
  readonly ports?: number[];
  /**
   * Paths at which it is not demanded, sorted.
   *
   * @default - none
   */
  readonly exceptPaths?: string[];
  /**
   * Methods at which it is not demanded, sorted.
   *
   * @default - none
   */
  readonly exceptMethods?: string[];
  /** Whether requests without one are let through. */
  readonly optional: boolean;
}
