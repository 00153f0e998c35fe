import { Duration } from 'cdk8s';
import { HttpMatch } from './http-match';
import { HttpRoute } from './http-route';
import { HttpRouteOptions } from './http-route-options';
import { RetryPolicy } from './retry-policy';

/** What of a service is reached through a gateway, and how. */
export interface ExposeOptions extends HttpRouteOptions {
  /**
   * Names that clients ask for, of those that the gateway listens for.
   *
   * @default - all that it listens for; of a gateway that is there already they have to be said
   */
  readonly hosts?: string[];
  /**
   * Port that the gateway listens at.
   *
   * @default - all at which it takes what the service speaks
   */
  readonly port?: number;
  /**
   * What a request must look like, one of these. Of all that is exposed at a host the most specific is asked first: an exact path, then an expression, then the longest beginning of one,
   * then what asks for more besides.
   *
   * @default - every request
   */
  readonly matches?: HttpMatch[];
  /**
   * Where the requests go among the versions of the workload behind the service.
   *
   * @default - as the service's own routes say
   */
  readonly routes?: HttpRoute[];
  /**
   * Time limit of a whole request, all tries included; a whole number of milliseconds.
   *
   * @default - as `calls()` of the gateway says, else none
   */
  readonly timeout?: Duration;
  /**
   * How failed requests are repeated.
   *
   * @default - as `calls()` of the gateway says, else not at all
   */
  readonly retry?: RetryPolicy;
}
