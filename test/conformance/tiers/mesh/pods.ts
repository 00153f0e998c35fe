import { CRANE, HOIST, WINCH } from '../../fixtures/yards';
import { Manifests } from '../../harness/manifests';
import { podElsewhere, PodManifest, podsOf } from '../../stand-ins/deployment-pods';
import { HASH, HASHES } from '../../stand-ins/rollouts';
import { Machine, PlannedPod } from '../../systems/mesh-pods';
import { ProxyKind } from '../../systems/sidecar';

/** Deployments of which one pod is run, and what rows call it. */
const ONE_POD: readonly [namespace: string, deployment: string, name: string][] = [
  ['books', 'web', 'web'], ['books', 'users', 'users'], ['books', 'reviews-v1', 'reviews-v1'], ['books', 'reviews-v2', 'reviews-v2'], ['shop', 'orders', 'orders'],
  ['resilience', 'caller', 'caller'], ['resilience', 'hasty', 'hasty'], ['resilience', 'backend', 'backend'], ['resilience', 'scribe', 'scribe'],
  ['resilience', 'spread-east', 'spread-east'], ['resilience', 'spread-west', 'spread-west'], ['resilience', 'spread-north', 'spread-north'],
  ['resilience', 'commuters-first', 'commuters-first'], ['resilience', 'commuters-second', 'commuters-second'],
  ['resilience', 'stalls-first', 'stalls-first'], ['resilience', 'stalls-second', 'stalls-second'],
  ['shipping', 'parcels', 'parcels'], ['shipping', 'returns', 'returns'], ['tariffs', 'rates-v1', 'rates-v1'], ['tariffs', 'rates-v2', 'rates-v2'],
  ['detours', 'front', 'front'], ['detours', 'guest', 'guest'], ['detours', 'pages-v1', 'pages-v1'], ['detours', 'pages-v2', 'pages-v2'],
  ['entrances', 'office', 'office'], ['moving', 'ledger', 'ledger'], ['shut', 'vault', 'vault'], ['shut', 'bystander', 'bystander'],
  ['scopes', 'scout', 'scout'], ['doors', 'rooms-v1', 'rooms-v1'], ['doors', 'rooms-v2', 'rooms-v2'], ['exits', 'clerk', 'clerk'],
  ['halls', 'tables-v1', 'tables-v1'], ['halls', 'tables-v2', 'tables-v2'], ['annex', 'annex', 'annex'],
  ['lobby', 'desk-v1', 'desk-v1'], ['lobby', 'desk-v2', 'desk-v2'], ['lobby', 'till', 'till'], ['lobby', 'visitor', 'visitor'], ['lobby', 'passer-by', 'passer-by'],
  ['releases', 'keen', 'keen'], ['releases', 'calm', 'calm'],
  ['yards', 'dock', 'dock'], ['yards', 'watch', 'watch'],
  ['strangers', 'web', 'stranger'], ['strangers', 'legacy', 'legacy'],
];

/** Namespaces without sidecars, whose owners have labelled them for ambient. */
const AMBIENT: ReadonlySet<string> = new Set(['lobby']);

/** The pods of the tier, as few as its rows need: of one Deployment every replica, and what the examples take to be elsewhere. */
export function plannedPods(manifests: Manifests): PlannedPod[] {
  return [
    ...ONE_POD.map(([namespace, deployment, name]) => planned(name, podsOf(manifests.get('Deployment', deployment, namespace), 1)[0])),
    ...podsOf(manifests.get('Deployment', 'pair', 'resilience')).map(manifest => planned(manifest.metadata.name, manifest)),
    { name: 'door', manifest: podElsewhere('door', 'istio-doors', { istio: 'door' }, 'door'), proxy: 'router' },
    { name: 'hall', manifest: podElsewhere('hall', 'halls', { 'gateway.networking.k8s.io/gateway-name': 'hall' }, 'hall-istio'), proxy: 'router' },
    { name: 'waypoint', manifest: podElsewhere('waypoint', 'lobby', { 'gateway.networking.k8s.io/gateway-name': 'waypoint' }, 'waypoint'), proxy: 'waypoint' },
    machine('crane', { at: CRANE }), machine('hoist', { at: HOIST }), machine('winch', { at: WINCH, group: 'winch' }),
    { name: 'outlet', manifest: podElsewhere('outlet', 'outlets', { 'gateway.networking.k8s.io/gateway-name': 'outlet' }, 'outlet'), proxy: 'waypoint' },
    { name: 'exit', manifest: podElsewhere('exit', 'istio-exits', { istio: 'exit' }, 'exit'), proxy: 'router' },
    ...(['stable', 'canary'] as const).map(version => (
      planned(`edition-${version}`, podElsewhere(`edition-${version}`, 'releases', { app: 'editions', [HASH]: HASHES[version] }, 'editions')))),
    planned('gateway', podElsewhere('gateway', 'istio-ingress', { istio: 'ingressgateway' }, 'istio-ingressgateway')),
  ];
}

/** What is told of a machine where it is set up, which is what is declared of it. */
function machine(name: string, place: Machine): PlannedPod {
  return { name, manifest: podElsewhere(name, 'yards', { app: name }, name), proxy: 'sidecar', machine: place };
}

function planned(name: string, manifest: PodManifest): PlannedPod {
  return { name, manifest, proxy: proxyOf(manifest.metadata) };
}

/** The injector's rule: https://istio.io/latest/docs/setup/additional-setup/sidecar-injection/#controlling-the-injection-policy */
function proxyOf({ namespace, labels }: PodManifest['metadata']): ProxyKind | undefined {
  if (AMBIENT.has(namespace)) return 'ztunnel';
  return labels['sidecar.istio.io/inject'] === 'false' ? undefined : 'sidecar';
}
