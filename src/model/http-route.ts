import { guard } from '../private/boundary';
import { frozenList } from '../private/frozen-copy';
import { lockMembers } from '../private/lock-members';
import { sortedRecord } from '../private/names';
import { TopologyError } from '../private/topology-error';
import { CanaryProps, canaryWeights, heldCanary } from './canary';
import { heldRouteOptions } from './held-route-options';
import { assertAnswer, assertRedirect, HttpAnswer } from './http-answer';
import { HttpMatch } from './http-match';
import { HttpRedirect, HttpRouteOptions, MatchedRouteOptions } from './http-route-options';
import { assertWeights } from './weights';

/** A condition that waits for its destination. */
export class HttpRouteCondition {
  /** @internal */
  public static _of(matches: HttpMatch[]): HttpRouteCondition {
    return new HttpRouteCondition(matches);
  }

  private constructor(private readonly matches: HttpMatch[]) {}

  /**
   * Sends all matching requests to one version.
   *
   * @param version name of a version of the workload behind the service
   * @throws BST047 if an option cannot be
   */
  public to(version: string, options: MatchedRouteOptions = {}): HttpRoute {
    return HttpRoute._to({ [version]: 100 }, options, this.matches);
  }

  /**
   * Sends matching requests to any version, or to the service that has none.
   *
   * @throws BST047 if an option cannot be
   */
  public toAnyVersion(options: MatchedRouteOptions = {}): HttpRoute {
    return HttpRoute._to({}, options, this.matches);
  }

  /**
   * Splits matching requests by weight.
   *
   * @param weights percent per version, 0 among them; together exactly 100
   * @throws BST008 if a weight is no whole number in 0..100 or they do not add up to 100, BST047 if an option cannot be
   */
  public split(weights: Record<string, number>, options: MatchedRouteOptions = {}): HttpRoute {
    return HttpRoute._to(assertWeights(weights, 'HttpRouteCondition.split'), options, this.matches);
  }

  /**
   * Splits matching requests between a version that serves and one that takes over, step by step.
   *
   * @throws BST008 if the steps lead nowhere, or there is no such step, BST047 if an option cannot be
   */
  public canary(canary: CanaryProps, options: MatchedRouteOptions = {}): HttpRoute {
    return HttpRoute._canary(heldCanary(canary, 'HttpRouteCondition.canary'), options, this.matches);
  }

  /**
   * Tells the client to ask elsewhere.
   *
   * @throws BST047 if nothing is said, or the status is none of a redirection
   */
  public redirect(redirect: HttpRedirect): HttpRoute {
    return HttpRoute._answered({ redirect: assertRedirect(redirect) }, this.matches);
  }

  /**
   * Answers matching requests without asking the service.
   *
   * @param status 200..599
   * @param body what is answered; at most 1 MiB, and no secret
   * @throws BST010 if the status is out of bounds, BST047 if the body is too long
   */
  public respond(status: number, body?: string): HttpRoute {
    return HttpRoute._answered(assertAnswer(status, body), this.matches);
  }
}

guard('HttpRouteCondition', HttpRouteCondition);

/** Where requests to a service go. Routes are tried in the order given; the first that matches is taken. */
export class HttpRoute {
  /**
   * Requests that match any of these go where what follows says.
   *
   * @throws BST047 if there is none
   */
  public static when(...matches: HttpMatch[]): HttpRouteCondition {
    if (matches.length > 0) return HttpRouteCondition._of(matches);
    throw new TopologyError({
      code: 'BST047', path: 'HttpRoute.when', problem: 'no condition is given, which no request meets', fix: 'give one, or say HttpRoute.split() for all requests',
    });
  }

  /**
   * All other requests are split by weight: a canary.
   *
   * A version of weight 0 gets no requests and keeps its place in the routing.
   *
   * @param weights percent per version, 0 among them; together exactly 100
   * @throws BST008 if a weight is no whole number in 0..100 or they do not add up to 100, BST047 if an option cannot be
   */
  public static split(weights: Record<string, number>, options: HttpRouteOptions = {}): HttpRoute {
    return HttpRoute._to(assertWeights(weights, 'HttpRoute.split'), options);
  }

  /**
   * All other requests are split between a version that serves and one that takes over, step by step: 5 %, 25 %, 100 %. The steps stay, and the number of the one that is reached is what changes from
   * release to release of this declaration. Where a controller takes the steps, the pods are `Pods.rollout()`.
   *
   * @throws BST008 if the steps lead nowhere, or there is no such step, BST047 if an option cannot be
   */
  public static canary(canary: CanaryProps, options: HttpRouteOptions = {}): HttpRoute {
    return HttpRoute._canary(heldCanary(canary, 'HttpRoute.canary'), options);
  }

  /**
   * All other requests go to any version, or to the service that has none.
   *
   * @throws BST047 if an option cannot be
   */
  public static toAnyVersion(options: HttpRouteOptions = {}): HttpRoute {
    return HttpRoute._to({}, options);
  }

  /** @internal */
  public static _to(weights: Record<string, number>, options: MatchedRouteOptions, matches: HttpMatch[] = []): HttpRoute {
    return new HttpRoute(Object.freeze(sortedRecord(weights)), frozenList(matches), heldRouteOptions(options, matches));
  }

  /** @internal */
  public static _canary(canary: Required<CanaryProps>, options: MatchedRouteOptions, matches: HttpMatch[] = []): HttpRoute {
    const weights = Object.freeze(sortedRecord(canaryWeights(canary)));
    return new HttpRoute(weights, frozenList(matches), heldRouteOptions(options, matches), { steps: canary });
  }

  /** @internal */
  public static _answered(answer: HttpAnswer, matches: HttpMatch[]): HttpRoute {
    return new HttpRoute(Object.freeze({}), frozenList(matches), {}, { answer });
  }

  /** What is answered instead of sending requests on. @internal */
  public readonly _answer?: HttpAnswer;
  /** The steps of which the weights are one. @internal */
  public readonly _steps?: Required<CanaryProps>;

  private constructor(
    /** Percent per version, sorted by version; none for any version, and where nothing is sent on. */
    public readonly weights: Record<string, number>,
    /** What a request must look like, one of these; without any every request takes this route. */
    public readonly matches: HttpMatch[],
    /** What happens to the requests on their way. */
    public readonly options: MatchedRouteOptions,
    { answer, steps }: { readonly answer?: HttpAnswer; readonly steps?: Required<CanaryProps> } = {},
  ) {
    this._answer = answer;
    this._steps = steps;
    lockMembers(this);
  }

  /** Whether it is of connections as well: it asks nothing of requests, and does nothing to them. @internal */
  public get _isOfConnections(): boolean {
    return this.matches.length === 0 && this._answer === undefined && Object.values(this.options).every(option => option === undefined);
  }
}

guard('HttpRoute', HttpRoute);
