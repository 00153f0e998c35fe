import { BackingService } from '../model/backing-service';
import { Exposure } from '../model/exposure';
import { RequestRoute } from '../traffic/request-routes';
import { RoutedHost } from '../traffic/routed-host';
import { KindOfRoute } from './kind-of-route';
import { ParentRef } from './parent-refs';

/** A route of the Gateway API before it is written: what it is bound to, and where it sends. @internal */
export interface BoundRoute {
  /** What is found about it is found about this. */
  readonly subject: Exposure | BackingService;
  readonly kind: KindOfRoute;
  readonly name: string;
  readonly namespace: string;
  readonly parentRefs: ParentRef[];
  /** Names that clients ask for; none for any. */
  readonly hostnames?: readonly string[];
  readonly to: RoutedHost;
  /** By what it sends there, if that is outside of the cluster. */
  readonly outside?: { readonly group: string; readonly kind: string };
  /** What becomes of requests, in order; of connections none. */
  readonly routes: readonly RequestRoute[];
}
