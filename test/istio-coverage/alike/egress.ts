import { Difference } from '../coverage-row';
import { ConnectionsMeaning, GatewayMeaning, Meaning } from '../meaning/meaning';
import { spelledOut } from '../meaning/spelled-out';
import { ofIstio } from './gateways';

/** The pods of Istio's own gateway outward. */
export const EGRESS_GATEWAY = { istio: 'egressgateway' };

/** Requests on their way to an egress gateway. */
export const MUTUAL_TO_GATEWAY: Difference = {
  name: 'mutual TLS to the egress gateway',
  why: 'The page has requests go to the gateway in the clear, or as automatic mutual TLS has it; ours go by mutual TLS, as the page on TLS by an egress gateway has them. It takes the same requests.',
  alike: meanings => meanings.map(meaning => {
    if (meaning.kind === 'Gateway') return spelledOut({ ...meaning, listeners: meaning.listeners.map(inTheClear) });
    return meaning.kind === 'DestinationRule' ? { ...meaning, subsets: policies(meaning, ({ tls: _, ...policy }) => policy) } : meaning;
  }),
};

/** Connections by TLS of a client on their way to an egress gateway. */
export const NOTHING_AROUND: Difference = {
  name: 'no TLS around that of the client',
  why: 'Ours says that the client\'s own TLS goes to the gateway as it is; the page leaves it to automatic mutual TLS, which leaves it so, as gateways are not known to take mutual TLS.',
  alike: meanings => meanings.map(meaning => meaning.kind !== 'DestinationRule' ? meaning : (
    { ...meaning, subsets: policies(meaning, ({ tls, ...policy }) => (tls?.mode === 'DISABLE' ? policy : { ...policy, tls })) })),
};

/** How connections are shared among addresses. */
export const BALANCED_BY_ITSELF: Difference = {
  name: 'balancing as Istio does by itself',
  why: 'The page says ROUND_ROBIN, which was what Istio did by itself when it was written. Ours leaves it to Istio, which now prefers the pod with the fewest requests.',
  alike: meanings => meanings.map(meaning => {
    if (meaning.kind !== 'DestinationRule') return meaning;
    const { policy, ports, ...rest } = meaning;
    const byPort = Object.entries(ports ?? {}).map(([port, { loadBalancer: _, ...own }]) => [port, own]);
    const { loadBalancer: _, ...said } = policy ?? {};
    const left = [...Object.keys(said).length > 0 ? [['policy', said]] : [], ...byPort.length > 0 ? [['ports', Object.fromEntries(byPort)]] : []];
    return { ...rest, subsets: policies(meaning, ({ loadBalancer: __, ...own }) => own), ...Object.fromEntries(left) };
  }),
};

/** The port of an entry at which TLS is started. */
export const TLS_AT_ITS_PORT: Difference = {
  name: 'TLS is started at the port that clients dial',
  why: 'The page routes to port 443 of the entry, where TLS is started. Ours routes to port 80, which leads to 443 outside, and starts it there.',
  alike: meanings => meanings.map(meaning => meaning.kind !== 'DestinationRule' || meaning.ports?.['443'] === undefined ? meaning : (
    { ...meaning, ports: { 80: meaning.ports['443'] } })),
};

/** The third party of a page. */
export const STAND_IN: Difference = {
  name: 'a third party outside, for one that a Service stands in for',
  why: 'The page has a Service of pods outside of the mesh stand in for a third party. Ours is one outside of the cluster, by a name of its own.',
  alike: meanings => JSON.parse(JSON.stringify(meanings).replaceAll('my-nginx.mesh-external.svc.cluster.local', 'nginx.example.com')) as Meaning[],
};

/** How a third party is verified. */
export const VERIFIED_BY_NAME: Difference = {
  name: 'the name in the certificate is verified',
  why: 'The page verifies the authority of the third party\'s certificate, and says that its name can be verified too. Ours does both.',
  alike: meanings => meanings.map(meaning => meaning.kind !== 'DestinationRule' ? meaning : { ...meaning, policy: withoutNames(meaning.policy), ports: (
    meaning.ports && Object.fromEntries(Object.entries(meaning.ports).map(([port, said]) => [port, withoutNames(said)!]))) }),
};

function withoutNames(said: Record<string, any> | undefined): Record<string, any> | undefined {
  return said?.tls ? { ...said, tls: { ...said.tls, subjectAltNames: undefined } } : said;
}

/** The same as objects of the Gateway API. */
export const FOR_KUBERNETES_EGRESS: Difference = {
  name: 'Istio\'s objects for those of the Gateway API, outward',
  why: 'Istio makes a Gateway and VirtualServices of its own of the others. A route that is bound to an entry is one of sidecars; ours names a subset of the gateway\'s Service, which is all of it.',
  alike: meanings => meanings.map(meaning => {
    if (meaning.kind === 'VirtualService') return { ...meaning, tls: meaning.tls?.map(route => ({ ...route, to: route.to.replace(/^edition-cnn-com-443\./, '') })) };
    return ofIstio(meaning, EGRESS_GATEWAY);
  }),
};

type Listener = GatewayMeaning['listeners'][number];

function inTheClear({ tls, protocol, ...listener }: Listener): Listener {
  return tls?.mode === 'ISTIO_MUTUAL' ? { ...listener, protocol: 'HTTP' } : { ...listener, protocol, tls };
}

/** What is said of each subset, changed; of one port it is said of all, as an egress gateway is asked at one. */
function policies({ subsets }: ConnectionsMeaning, changed: (policy: any) => object): ConnectionsMeaning['subsets'] {
  if (subsets === undefined) return undefined;
  return Object.fromEntries(Object.entries<any>(subsets).map(([name, { trafficPolicy, ...labels }]) => {
    const { portLevelSettings: [{ port: _, ...own }] = [{}], ...policy } = trafficPolicy ?? {};
    const left = Object.fromEntries(Object.entries(changed({ ...policy, ...own })).filter(([, said]) => said !== undefined));
    return [name, Object.keys(left).length === 0 ? labels : { ...labels, trafficPolicy: left }];
  }));
}
