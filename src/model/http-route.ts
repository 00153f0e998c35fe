import { guard } from '../private/boundary';
import { lockMembers } from '../private/lock-members';
import { sortedRecord } from '../private/names';
import { TopologyError } from '../private/topology-error';
import { HttpMatch } from './http-match';

/** A condition that waits for its destination. */
export class HttpRouteCondition {
  /** @internal */
  public static _of(match: HttpMatch): HttpRouteCondition {
    return new HttpRouteCondition(match);
  }

  private constructor(private readonly match: HttpMatch) {}

  /**
   * Sends all matching requests to one version.
   *
   * @param version name of a version of the workload behind the service
   */
  public to(version: string): HttpRoute {
    return HttpRoute._of({ [version]: 100 }, this.match);
  }
}

guard('HttpRouteCondition', HttpRouteCondition);

/** Where requests to a service with several versions go. Routes are tried in the order given; the first that matches is taken. */
export class HttpRoute {
  /** Requests that match go to the version that `.to()` names. */
  public static when(match: HttpMatch): HttpRouteCondition {
    return HttpRouteCondition._of(match);
  }

  /**
   * All other requests are split by weight: a canary.
   *
   * A version of weight 0 gets no requests and keeps its place in the routing, which a controller of rollouts (Argo Rollouts, Flagger) needs that moves the weights
   * of a destination pair: `HttpRoute.split({ stable: 100, canary: 0 })`.
   *
   * @param weights percent per version, 0 among them; together exactly 100
   * @throws BST008 if a weight is no whole number in 0..100 or they do not add up to 100
   */
  public static split(weights: Record<string, number>): HttpRoute {
    const values = Object.values(weights);
    const total = values.reduce((sum, weight) => sum + weight, 0);
    if (total !== 100 || values.some(weight => !Number.isInteger(weight) || weight < 0)) {
      throw new TopologyError({
        code: 'BST008',
        path: 'HttpRoute.split',
        problem: `weights ${JSON.stringify(sortedRecord(weights))} add up to ${total}: allowed are whole numbers from 0 that add up to 100`,
        fix: 'give every version its percentage of the requests',
      });
    }
    return HttpRoute._of(weights);
  }

  /** @internal */
  public static _of(weights: Record<string, number>, match?: HttpMatch): HttpRoute {
    return new HttpRoute(Object.freeze(sortedRecord(weights)), match);
  }

  private constructor(
    /** Percent per version, sorted by version. */
    public readonly weights: Record<string, number>,
    /** What a request must look like; without one every request takes this route. */
    public readonly match?: HttpMatch,
  ) {
    lockMembers(this);
  }
}

guard('HttpRoute', HttpRoute);
