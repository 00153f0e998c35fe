import { Manifest } from '../harness/manifests';
import { Caller } from './asked';

/** A pod as a mesh knows it. */
export interface KnownPod {
  /** Name of what makes it. */
  readonly owner: string;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly serviceAccountName: string;
  /** Ports of its containers by name. */
  readonly portNames?: Readonly<Record<string, number>>;
}

/** A port of the pods by number, or by the name that it has there. */
export interface KnownPort {
  readonly name?: string;
  readonly port: number;
  readonly targetPort: number | string;
  readonly protocol: string;
}

/** How a mesh is installed. */
export interface Installed {
  /** Whose policies hold in all namespaces. @default - "istio-system" */
  readonly rootNamespace?: string;
  /** Whether proxies of nodes and waypoints take the place of sidecars. @default - false */
  readonly isAmbient?: boolean;
}

/** A name that can be dialled, with its ports: a Kubernetes Service, or what a ServiceEntry makes known. */
export interface KnownHost {
  readonly host: string;
  /** What objects call it, where that is not what is dialled. */
  readonly name?: string;
  readonly namespace: string;
  readonly ports: readonly KnownPort[];
  /** The Service that it is; undefined outside of the cluster. */
  readonly service?: { readonly name: string; readonly labels: Readonly<Record<string, string>>; readonly isHeadless: boolean };
  /** Labels of the pods behind it, in its namespace; undefined outside of the cluster. */
  readonly selector?: Readonly<Record<string, string>>;
  /** Namespaces that see it; undefined for all. */
  readonly visibleTo?: ReadonlySet<string>;
}

/** What the objects of a cluster say, by where a sidecar looks for it. */
export class Cluster {
  public readonly pods: readonly KnownPod[];
  public readonly hosts: readonly KnownHost[];
  public readonly rootNamespace: string;
  public readonly isAmbient: boolean;
  private readonly kinds = new Map<string, Manifest[]>();
  private readonly byHost: ReadonlyMap<string, readonly KnownHost[]>;

  /** @param elsewhere pods that other programs make */
  constructor(objects: readonly Manifest[], elsewhere: readonly KnownPod[], public readonly clusterDomain: string,
    { rootNamespace = 'istio-system', isAmbient = false }: Installed = {}) {
    this.rootNamespace = rootNamespace;
    this.isAmbient = isAmbient;
    for (const object of objects) this.kinds.set(object.kind, [...this.kinds.get(object.kind) ?? [], object]);
    this.pods = [...['Deployment', 'StatefulSet', 'DaemonSet'].flatMap(kind => this.ofKind(kind).map(podOf)), ...elsewhere];
    this.hosts = [...this.ofKind('Service').map(service => serviceHost(service, clusterDomain)), ...this.ofKind('ServiceEntry').flatMap(entryHosts)];
    this.byHost = grouped(this.hosts, ({ host }) => host);
  }

  public ofKind(kind: string): readonly Manifest[] {
    return this.kinds.get(kind) ?? [];
  }

  /** The VirtualServices that a caller's sidecar is told of, by the namespace that they are in. Source: istio, pilot/pkg/model/sidecar.go (SelectVirtualServices) */
  public routesFor(caller: Caller): readonly Manifest[] {
    const sidecars = this.ofKind('Sidecar');
    return this.ofKind('VirtualService').filter(({ metadata: { namespace }, spec }) => (spec.hosts as string[]).some(host => isTold(sidecars, caller, { namespace: namespace!, host })));
  }

  /** What a caller reaches under a name, as far as its sidecar is told of it. Source: ServiceEntry, hosts: a wildcard stands for any name before it. */
  public hostFor(name: string, caller: Caller): KnownHost | undefined {
    // Proxies of nodes are told of everything. Source: https://github.com/istio/api/pull/3517
    if (this.isAmbient) return patternsOf(name).flatMap(each => this.byHost.get(each) ?? [])[0];
    return patternsOf(name).flatMap(each => this.byHost.get(each) ?? [])
      .find(known => (known.visibleTo?.has(caller.namespace) ?? true) && isTold(this.ofKind('Sidecar'), caller, { namespace: known.namespace, host: known.name ?? known.host }));
  }
}

/** A name and the wildcards that stand for it, the most specific first; of a wildcard those that it is among. */
export function patternsOf(name: string): string[] {
  const wildcards = name.split('.').map((_, nth, labels) => ['*', ...labels.slice(nth + 1)].join('.'));
  return [...new Set([name, ...wildcards])];
}

/** Whether labels have all that a selector asks for. */
export function selects(selector: Readonly<Record<string, string>>, labels: Readonly<Record<string, string>>): boolean {
  return Object.entries(selector).every(([key, value]) => labels[key] === value);
}

/**
 * Where an object is seen. Source: exportTo of VirtualService, DestinationRule and ServiceEntry: "." is its own namespace, "*" all.
 * Undefined for all.
 */
export function visibleTo({ metadata: { namespace }, spec }: Manifest): ReadonlySet<string> | undefined {
  const exportTo = (spec.exportTo ?? ['*']) as string[];
  return exportTo.includes('*') ? undefined : new Set(exportTo.map(each => (each === '.' ? namespace! : each)));
}

/** Throws for a field that the evaluation does not know, so that nothing is looked over. */
export function assertKnown(what: string, value: object, fields: readonly string[]): void {
  const unknown = Object.keys(value).filter(field => !fields.includes(field));
  if (unknown.length > 0) throw new Error(`the evaluation knows no ${unknown.join(', ')} of ${what}`);
}

function podOf({ metadata: { name, namespace }, spec: { template } }: Manifest): KnownPod {
  return { owner: name, namespace: namespace!, labels: template.metadata.labels, serviceAccountName: template.spec.serviceAccountName ?? 'default' };
}

/** Source: https://istio.io/latest/docs/ops/configuration/traffic-management/protocol-selection/: appProtocol, else the port's name up to a dash. */
function serviceHost({ metadata: { name, namespace, labels = {} }, spec }: Manifest, clusterDomain: string): KnownHost {
  const ports = (spec.ports as { name: string; port: number; targetPort?: number | string; appProtocol?: string }[]).map(({ name: portName, port,
    targetPort, appProtocol }) => (
    { name: portName, port, targetPort: targetPort ?? port, protocol: appProtocol ?? portName.split('-')[0] }));
  return { host: `${name}.${namespace}.svc.${clusterDomain}`, namespace: namespace!, ports, selector: spec.selector,
    service: { name, labels, isHeadless: spec.clusterIP === 'None' } };
}

function entryHosts(entry: Manifest): KnownHost[] {
  const { spec, metadata: { namespace } } = entry;
  assertKnown('ServiceEntry', spec, ['hosts', 'addresses', 'exportTo', 'location', 'resolution', 'ports', 'endpoints']);
  const ports = (spec.ports as { number: number; protocol: string; targetPort?: number }[]).map(({ number, protocol, targetPort }) => (
    { port: number, targetPort: targetPort ?? number, protocol: protocol.toLowerCase() }));
  const dialled = (spec.addresses ?? spec.hosts) as string[];
  const [name] = spec.hosts as string[];
  return dialled.map(host => ({ host, name: spec.addresses === undefined ? host : name, namespace: namespace!, ports, visibleTo: visibleTo(entry) }));
}

/** Lists by a key of their members. */
export function grouped<T>(members: readonly T[], keyOf: (member: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const member of members) {
    const key = keyOf(member);
    const group = groups.get(key);
    if (group) group.push(member); else groups.set(key, [member]);
  }
  return groups;
}

/** What a sidecar may be told of: a host, and the namespace of the object that makes it known or rules it. */
interface Told {
  readonly namespace: string;
  readonly host: string;
}

/**
 * Whether a caller's sidecar is told of something: of everything, unless a Sidecar selects its pod. Source: https://istio.io/latest/docs/reference/config/networking/sidecar/:
 * `namespace/host` of an egress listener, "." for the pod's own namespace, "*" for any, hosts with wildcards at their front.
 */
function isTold(sidecars: readonly Manifest[], { namespace, labels, principal }: Caller, { namespace: there, host }: Told): boolean {
  if (principal === undefined) return true;
  const own = sidecars.filter(({ metadata, spec }) => metadata.namespace === namespace && selects(spec.workloadSelector.labels, labels));
  if (own.length > 1) throw new Error(`${own.length} Sidecars select one pod in ${namespace}`);
  return own.length === 0 || hostsOf(own[0]).some(each => {
    const [of, pattern] = each.split('/');
    const isThere = of === '*' || (of === '.' ? namespace : of) === there;
    return isThere && (pattern === '*' || patternsOf(host).includes(pattern));
  });
}

function hostsOf({ spec }: Manifest): string[] {
  assertKnown('Sidecar', spec, ['workloadSelector', 'egress', 'outboundTrafficPolicy']);
  return (spec.egress as { readonly hosts: string[] }[]).flatMap(({ hosts }) => hosts);
}
