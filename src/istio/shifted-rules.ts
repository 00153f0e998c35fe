import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { PodRelease } from '../model/pods';
import { listOf, member, textMember } from '../private/manifest-member';
import { byCodePoint } from '../private/names';

/** A route of connections among versions, by what a controller finds it. */
interface ShiftedConnections {
  readonly port: number;
  readonly sniHosts?: string[];
}

/** The routes of a VirtualService that lead to both versions of a release. @internal */
export interface ShiftedRoutes {
  readonly name: string;
  readonly namespace: string;
  /** Names of its routes of requests. */
  readonly http: string[];
  readonly tls: ShiftedConnections[];
  readonly tcp: ShiftedConnections[];
}

/** A DestinationRule that tells both versions apart. @internal */
export interface SubsetRule {
  readonly name: string;
  readonly namespace: string;
}

/** The objects of Istio that a release changes, sorted by namespace and name. @internal */
export interface ShiftedRules {
  readonly routes: ShiftedRoutes[];
  readonly subsets: SubsetRule[];
}

/** What a release changes of the objects below a scope: those about these hosts. They are read as they are emitted, so that no route is left out. */
export function shiftedRulesOf(scope: IConstruct, release: PodRelease, hosts: ReadonlySet<string>): ShiftedRules {
  const ours = scope.node.children.filter((child): child is ApiObject => ApiObject.isApiObject(child));
  const ofKind = (kind: string) => ours.filter(object => object.kind === kind).map(object => {
    const manifest: unknown = object.toJson();
    return { manifest, ...placeOf(manifest) };
  });
  return {
    routes: ofKind('VirtualService').map(({ manifest, ...place }) => ({ ...place, ...routesIn(manifest, release, hosts) }))
      .filter(({ http, tls, tcp }) => http.length + tls.length + tcp.length > 0).sort(byPlace),
    subsets: ofKind('DestinationRule').filter(({ manifest }) => hosts.has(textMember(manifest, 'spec', 'host')!))
      .map(({ name, namespace }) => ({ name, namespace })).sort(byPlace),
  };
}

function routesIn(manifest: unknown, release: PodRelease, hosts: ReadonlySet<string>): Omit<ShiftedRoutes, keyof SubsetRule> {
  const shifted = (part: string) => listOf(member(manifest, 'spec', part)).filter(route => isShifted(route, release, hosts));
  return { http: shifted('http').map(route => textMember(route, 'name')!), tls: shifted('tls').map(connectionsOf), tcp: shifted('tcp').map(connectionsOf) };
}

function isShifted(route: unknown, { stable, canary }: PodRelease, hosts: ReadonlySet<string>): boolean {
  const destinations = listOf(member(route, 'route')).map(to => member(to, 'destination')).filter(to => hosts.has(textMember(to, 'host')!));
  const subsets = destinations.map(to => textMember(to, 'subset'));
  return subsets.includes(stable) && subsets.includes(canary);
}

/** One without a port, of all that the listener takes, is found by port 0. Source: argo-rollouts, rollout/trafficrouting/istio/istio.go (`searchTcpRoute`) */
function connectionsOf(route: unknown): ShiftedConnections {
  const [match] = listOf(member(route, 'match'));
  const sniHosts = member(match, 'sniHosts') as string[] | undefined;
  return { port: (member(match, 'port') ?? 0) as number, ...sniHosts && { sniHosts } };
}

function placeOf(manifest: unknown): SubsetRule {
  return { name: textMember(manifest, 'metadata', 'name')!, namespace: textMember(manifest, 'metadata', 'namespace')! };
}

function byPlace(a: SubsetRule, b: SubsetRule): number {
  return byCodePoint(`${a.namespace}/${a.name}`, `${b.namespace}/${b.name}`);
}
