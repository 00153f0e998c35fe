import { Construct } from 'constructs';
import { IGateway } from '../model/gateway-interface';
import { emit } from '../private/emit';
import { shortened } from '../private/shortened';
import { AnswerSpec, HttpRouteSpec } from './http-routes';
import { TcpRouteSpec } from './tcp-routes';

/** As long as the name of an object may be. */
const LONGEST = 253;

/** What becomes of what comes to a gateway for a host. @internal */
export interface BoundRoutes {
  readonly name: string;
  readonly host: string;
  /** The objects whose listeners take it. */
  readonly gateways: readonly string[];
  readonly http: readonly (HttpRouteSpec | AnswerSpec)[];
  readonly tls: readonly TcpRouteSpec[];
  readonly tcp: readonly TcpRouteSpec[];
}

interface BoundRoutesSpec extends Partial<Pick<BoundRoutes, 'http' | 'tls' | 'tcp'>> {
  readonly hosts: readonly string[];
  readonly gateways: readonly string[];
  readonly exportTo: readonly string[];
}

/** A VirtualService that is bound to listeners of a gateway, and seen by its pods. Requests that nothing can be are left out. */
export function emitBoundRoutes(scope: Construct, gateway: IGateway, { name, host, gateways, http, tls, tcp }: BoundRoutes): void {
  const { configNamespace: namespace, namespace: ofPods } = gateway;
  const exportTo = namespace === ofPods ? ['.'] : ['.', ofPods];
  const asked = http.filter(route => route.match?.length !== 0);
  emit<BoundRoutesSpec>(scope, {
    apiVersion: 'networking.istio.io/v1',
    kind: 'VirtualService',
    name: shortened(name, LONGEST),
    namespace,
    spec: { hosts: [host], gateways, exportTo, http: unlessEmpty(asked), tls: unlessEmpty(tls), tcp: unlessEmpty(tcp) },
  });
}

function unlessEmpty<Entry>(entries: readonly Entry[]): readonly Entry[] | undefined {
  return entries.length === 0 ? undefined : entries;
}
