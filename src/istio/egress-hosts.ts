import { BackingService } from '../model/backing-service';
import { TopologyGraph } from '../model/topology-graph';
import { IWorkload } from '../model/workload-interface';
import { frozenList } from '../private/frozen-copy';
import { isWildcard } from '../private/host';
import { assertNoUserinfo } from '../private/literal-secret';
import { byCodePoint, Names } from '../private/names';
import { quote, TopologyError } from '../private/topology-error';
import { gatewayHostOf } from '../traffic/hop';
import { ruledName } from '../traffic/ruled-name';
import { SidecarOptions } from './sidecar-options';

const OWN = '.';
const ANY = '*';

/** What sidecars are told of besides what their workloads depend on. @internal */
export interface EgressScope {
  /** Each as `namespace/host`. */
  readonly hosts: readonly string[];
  readonly clusterDomain: string;
  /** Told of as a whole: istiod's own services, and what is installed beside it. */
  readonly controlPlaneNamespace: string;
  /** Whether all else is turned away. */
  readonly registryOnly: boolean;
}

/**
 * Undefined if sidecars are told of everything. Throws BST053 for a further host that is no `namespace/host`, or is every host of all namespaces, BST511 for a credential in one; those of
 * Services get the cluster's domain.
 */
export function egressScopeOf(options: SidecarOptions | undefined, names: Pick<EgressScope, 'clusterDomain' | 'controlPlaneNamespace'>, path: string): EgressScope | undefined {
  return options && { hosts: heldHosts(options, names.clusterDomain, path), registryOnly: options.registryOnly === true, ...names };
}

function heldHosts({ furtherHosts = [] }: SidecarOptions, clusterDomain: string, path: string): string[] {
  return frozenList(furtherHosts.map(given => {
    const [namespace, host, ...rest] = assertNoUserinfo(given, path).split('/');
    if (rest.length > 0 || host === undefined || !isNamespace(namespace) || !isHost(host)) {
      throw unsound(path, `${quote(given)} is no host of a namespace`, 'give it as namespace/host: "observability/*", "*/*.example.com", "data/cache.data.svc"');
    }
    if (namespace === ANY && host === ANY) throw unsound(path, `${quote(given)} is every host of the mesh`, 'name a namespace or hosts, or leave sidecars out');
    return `${namespace}/${host.endsWith('.svc') ? `${host}.${clusterDomain}` : host}`;
  }));
}

/**
 * All that a workload dials, with the namespaces of what is known of it: that of the Service or of the entry, and the workload's own for routes of a caller that rules its requests to
 * somebody else's service. Sidecars take routes by the namespace that they are in.
 * Source: istio, pilot/pkg/model/sidecar.go (SelectVirtualServices, selectServices)
 */
export function egressHostsOf(workload: IWorkload, graph: TopologyGraph, { hosts, clusterDomain, controlPlaneNamespace }: EgressScope): string[] {
  const dialled = graph.dependenciesOf(workload).flatMap(({ service }) => service.locator.dialled.flatMap(({ host }) => {
    const { locator, showsRequests } = service;
    if (locator.isExternal) return [`${OWN}/${ruledName(host)}`, ...relayOf(service, graph, clusterDomain)];
    const name = `${host}.${clusterDomain}`;
    const isRoutedHere = showsRequests && locator.workload === undefined;
    return [locator.namespace!, ...isRoutedHere ? [workload.namespace] : []].map(namespace => `${namespace === workload.namespace ? OWN : namespace}/${name}`);
  }));
  return [...new Set([...dialled, `${controlPlaneNamespace}/${ANY}`, ...hosts])].sort(byCodePoint);
}

/** The Service of the gateway that a third party is reached through. */
function relayOf(service: BackingService, graph: TopologyGraph, clusterDomain: string): string[] {
  const relay = graph._relays.to(service);
  return relay === undefined ? [] : [`${relay.gateway.namespace}/${gatewayHostOf(relay.gateway, clusterDomain)}`];
}

function isNamespace(namespace: string): boolean {
  return namespace === OWN || namespace === ANY || fits(Names.LABEL, namespace);
}

function isHost(host: string): boolean {
  return host === ANY || fits(Names.HOST, isWildcard(host) ? host.slice('*.'.length) : host);
}

function fits({ pattern, longest }: typeof Names.HOST | typeof Names.LABEL, name: string): boolean {
  return name.length <= longest && pattern.test(name);
}

function unsound(path: string, problem: string, fix: string): TopologyError {
  return new TopologyError({ code: 'BST053', path, problem, fix });
}
