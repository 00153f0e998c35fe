import {
  AccessMeaning, ConnectionsMeaning, EntryMeaning, GatewayMeaning, GatewayRoutesMeaning, HttpRouteMeaning, Meaning, MutualTlsMeaning, RouteMeaning,
  RoutesMeaning, ServiceMeaning, TelemetryMeaning, TokensMeaning, WaypointMeaning,
} from './meaning';

/** An object as the cluster gets it. */
export interface PlainObject {
  readonly kind: string;
  readonly metadata: {
    readonly name: string; readonly namespace: string; readonly annotations?: Record<string, string>; readonly labels?: Record<string, string>;
  };
  readonly spec: any;
}

const READERS: Record<string, (object: PlainObject) => Meaning> = {
  Service: readService,
  VirtualService: readRoutes,
  Gateway: readGateway,
  DestinationRule: readConnections,
  ServiceEntry: readEntry,
  PeerAuthentication: readMutualTls,
  AuthorizationPolicy: readAccess,
  RequestAuthentication: readTokens,
  Telemetry: readTelemetry,
  HTTPRoute: readHttpRoute,
};

/** What our objects say; nothing of kinds that Istio's samples do not have. */
export function readAll(objects: readonly PlainObject[]): Meaning[] {
  return objects.flatMap(object => READERS[object.kind]?.(object) ?? []);
}

function readService({ metadata: { name, namespace, annotations }, spec }: PlainObject): ServiceMeaning {
  const told = Object.entries(annotations ?? {}).filter(([key]) => key.endsWith('istio.io/exportTo'));
  return {
    kind: 'Service',
    host: `${name}.${namespace}.svc.cluster.local`,
    selects: spec.selector,
    ports: spec.ports.map((port: any) => ({ port: port.port, protocol: port.appProtocol ?? port.name.split('-')[0], targetPort: port.targetPort })),
    type: spec.type,
    headless: spec.clusterIP === 'None' ? true : undefined,
    families: spec.ipFamilies && { policy: spec.ipFamilyPolicy, of: spec.ipFamilies },
    told: told.length === 0 ? undefined : Object.fromEntries(told),
  };
}

function readRoutes({ spec }: PlainObject): RoutesMeaning | GatewayRoutesMeaning {
  if (spec.gateways) return readGatewayRoutes(spec);
  const routes = (spec.http ?? []).map((entry: any) => readRoute(entry, spec.hosts[0]));
  const tls = spec.tls?.map(({ match: [{ port, sniHosts }], route: [{ destination }] }: any) => ({ port, sni: sniHosts, to: placeOf(destination) }));
  return { kind: 'VirtualService', host: spec.hosts[0], routes, tls, tcp: spec.tcp };
}

function placeOf({ subset, host }: { readonly subset?: string; readonly host: string }): string {
  return subset === undefined ? host : `${subset}.${host}`;
}

function readGatewayRoutes({ hosts: [host], http, tls, tcp }: any): GatewayRoutesMeaning {
  const to = (route: any) => readRoute({ route: route.route }, host).to;
  return {
    kind: 'GatewayRoutes',
    host,
    routes: http?.map((entry: any) => readRoute(entry, host)),
    tls: tls?.map((route: any) => ({ port: route.match[0].port, sni: route.match[0].sniHosts, to: to(route) })),
    tcp: tcp?.map((route: any) => ({ port: route.match[0].port, to: to(route) })),
  };
}

function readGateway({ metadata: { labels }, spec }: PlainObject): GatewayMeaning | WaypointMeaning {
  const { selector, servers, gatewayClassName, listeners } = spec;
  if (gatewayClassName === 'istio-waypoint') {
    const [{ port, protocol }] = listeners;
    return { kind: 'Waypoint', port, protocol, before: labels?.['istio.io/waypoint-for'], revision: labels?.['istio.io/rev'] };
  }
  return {
    kind: 'Gateway',
    of: selector,
    listeners: servers.map(({ port, hosts, tls }: any) => ({
      port: port.number, protocol: port.protocol, hosts,
      tls: tls && { mode: tls.mode, secret: tls.credentialName, min: tls.minProtocolVersion, redirects: tls.httpsRedirect },
    })),
  };
}

/** A time limit of 0 is none. Source: https://gateway-api.sigs.k8s.io/reference/spec/#httproutetimeouts */
function readHttpRoute({ metadata: { namespace }, spec: { parentRefs: [{ name }], rules } }: PlainObject): HttpRouteMeaning {
  return {
    kind: 'HTTPRoute',
    parent: `${name}.${namespace}.svc.cluster.local`,
    rules: rules.map(({ name: _, matches, backendRefs, timeouts, ...more }: any) => ({
      when: matches, to: Object.fromEntries(backendRefs.map((backend: any) => [backend.name, backend.weight ?? 1])),
      timeout: timeouts?.request === '0s' ? undefined : timeouts?.request, ...more,
    })),
  };
}

/** Whatever is not read here is kept as it is, so that nothing passes unseen. */
function readRoute({ name: _, match, route = [], timeout, retries, mirrors, ...more }: any, host: string): RouteMeaning {
  const to = route.map(({ destination, weight = 100, ...others }: any) => {
    const subset = destination.subset ?? 'any';
    const at = destination.host === host ? subset : `${subset}.${destination.host}`;
    if (Object.keys(others).length > 0) more.ofDestinations = { ...more.ofDestinations, [at]: others };
    return [at, weight];
  });
  return {
    when: match?.map(readCondition),
    to: Object.fromEntries(to),
    timeout,
    retries: retries && { ...retries, on: retries.retryOn?.split(','), retryOn: undefined },
    copies: mirrors && Object.fromEntries(mirrors.map(({ destination, percentage }: any) => [destination.subset, percentage.value])),
    ...more,
  };
}

function readCondition(condition: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(condition).map(([key, value]) => [key, readText(value)]));
}

/** A text to match, or a map of such texts. */
function readText(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const { exact, prefix, regex } = value as Record<string, unknown>;
  if (typeof exact === 'string') return exact;
  if (typeof prefix === 'string') return `${prefix}*`;
  if (typeof regex === 'string') return `/${regex}/`;
  return readCondition(value as Record<string, unknown>);
}

function readConnections({ spec: { host, subsets, trafficPolicy } }: PlainObject): ConnectionsMeaning {
  const { portLevelSettings, ...policy } = trafficPolicy ?? {};
  return {
    kind: 'DestinationRule',
    host,
    subsets: subsets && Object.fromEntries(subsets.map(({ name, labels, ...more }: any) => [name, { ...labels, ...more }])),
    policy: Object.keys(policy).length === 0 ? undefined : policy,
    ports: portLevelSettings && Object.fromEntries(portLevelSettings.map(({ port, ...said }: any) => [String(port.number), said])),
  };
}

function readEntry({ spec }: PlainObject): EntryMeaning {
  return {
    kind: 'ServiceEntry',
    hosts: spec.hosts,
    ports: spec.ports.map(({ number, protocol, targetPort }: any) => ({ port: number, protocol, targetPort })),
    resolution: spec.resolution,
    location: spec.location,
    addresses: spec.addresses,
    endpoints: spec.endpoints,
  };
}

function readMutualTls({ metadata: { namespace }, spec: { selector, mtls, portLevelMtls } }: PlainObject): MutualTlsMeaning {
  return {
    kind: 'PeerAuthentication',
    of: selector?.matchLabels,
    namespace,
    mode: mtls.mode,
    ports: portLevelMtls && Object.fromEntries(Object.entries<any>(portLevelMtls).map(([port, { mode }]) => [port, mode])),
  };
}

function readAccess({ metadata: { namespace, annotations }, spec: { selector, action, provider, rules } }: PlainObject): AccessMeaning {
  return {
    kind: 'AuthorizationPolicy',
    of: selector?.matchLabels,
    namespace,
    action,
    provider: provider?.name,
    dryRun: annotations?.['istio.io/dry-run'] === 'true' ? true : undefined,
    rules: rules?.map(({ from, to, when }: any) => ({
      from: from?.map(({ source }: any) => source), to: to?.map(({ operation }: any) => operation), when,
    })),
  };
}

function readTokens({ metadata: { namespace }, spec: { selector, jwtRules } }: PlainObject): TokensMeaning {
  return { kind: 'RequestAuthentication', of: selector?.matchLabels, namespace, tokens: jwtRules };
}

function readTelemetry({ metadata: { namespace }, spec: { selector, ...said } }: PlainObject): TelemetryMeaning {
  return { kind: 'Telemetry', of: selector?.matchLabels, namespace, ...said };
}
