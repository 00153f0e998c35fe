import { Duration } from 'cdk8s';
import { Redis } from '../../src/backing-services/redis';
import { RedisProvider } from '../../src/backing-services/redis-provider';
import { ReleaseChannel } from '../../src/gateway-api/release-channel';
import { NetworkPeer } from '../../src/model/network-peer';
import { RetryPolicy } from '../../src/model/retry-policy';
import { Mesh } from '../../src/platform/mesh';
import { Platform, PlatformProps } from '../../src/platform/platform';
import { Secrets } from '../../src/secrets/secrets';
import { newKafka, vault } from '../support/declare';
import { emitted, Emitted } from '../support/emitted';
import { EVERY_MESH_OPTION } from '../support/mesh';
import { Declaration } from '../support/topology';

const WITH_MESH: Partial<PlatformProps> = { mesh: Mesh.istio(), secrets: Secrets.externalSecrets() };

/** Everything but the topology; a new property stops it from compiling. */
const EVERY_PROP: Required<Omit<PlatformProps, 'topology'>> = {
  mesh: Mesh.istio(EVERY_MESH_OPTION),
  gatewayApiChannel: ReleaseChannel.EXPERIMENTAL,
  secrets: Secrets.externalSecrets(),
  dns: NetworkPeer.pods({ namespace: 'dns', podLabels: { app: 'coredns' }, port: 5353, udp: true }),
  additionalEgress: [NetworkPeer.pods({ namespace: 'telemetry', podLabels: { app: 'collector' }, port: 4317 })],
  outsideIsPublic: true,
  restartOnRotation: true,
  labels: { team: 'shop' },
  annotations: { 'argocd.argoproj.io/sync-wave': '2' },
};

/** A platform of a workload that calls a service, keeps data in a cache and publishes. */
function platformOf(props: Partial<PlatformProps>, declare = everything): { declared: Declaration; platform: Platform } {
  const declared = new Declaration();
  declare(declared);
  return { declared, platform: new Platform(declared.chart, 'platform', { topology: declared.topology, ...props }) };
}

function everything(declared: Declaration): void {
  const web = declared.workload('web');
  web.calls(declared.api(declared.workload('users')), { timeout: Duration.seconds(1), retry: RetryPolicy.attempts(1) });
  web.uses(new Redis(declared.topology, 'cache', { provider: RedisProvider.external({ host: 'cache.example.com', credentials: vault.secret('cache') }) }));
  web.publishes(newKafka(declared.topology).topic('created'));
}

const kindsOf = (objects: Emitted[]) => [...new Set(objects.map(({ kind }) => kind))].sort();

/** The peers that the workload `web` may reach, as `namespace labels port`. */
function reachable(props: Partial<PlatformProps>): string[] {
  const { declared } = platformOf(props, own => own.workload('web'));
  const [policy] = emitted(declared.chart, 'NetworkPolicy');
  return policy.spec.egress.map(({ to: [peer], ports }: any) =>
    `${peer.namespaceSelector.matchLabels['kubernetes.io/metadata.name']} ${JSON.stringify(peer.podSelector.matchLabels)} ${ports.map((port: any) => `${port.protocol}${port.port}`).join()}`);
}

describe('a platform', () => {
  test('is made of every output', () =>
    expect(kindsOf(emitted(platformOf(WITH_MESH).declared.chart))).toEqual([
      'AuthorizationPolicy', 'DestinationRule', 'ExternalSecret', 'KafkaAccess', 'KafkaTopic', 'KafkaUser', 'NetworkPolicy', 'PeerAuthentication',
      'Service', 'ServiceEntry', 'VirtualService']));

  test('offers its outputs', () => {
    const { platform } = platformOf(WITH_MESH);
    const { services, bindings, kafka, databases, networkPolicies, istio } = platform;
    expect([services, istio, kafka, databases, bindings, networkPolicies].map(output => output?.node.path)).toEqual(
      ['services', 'istio', 'kafka', 'databases', 'bindings', 'network'].map(id => `test/platform/${id}`));
  });

  test('has nothing of Istio without a mesh', () => {
    const { declared, platform } = platformOf({ secrets: Secrets.externalSecrets() });
    expect(platform.istio).toBeUndefined();
    expect(emitted(declared.chart).filter(({ apiVersion }) => apiVersion.includes('istio.io'))).toEqual([]);
  });

  test('without a mesh says which promises nobody keeps', () => {
    const { declared } = platformOf({ secrets: Secrets.externalSecrets() });
    expect(declared.findings('BST616').map(({ path, problem }) => `${path}: ${problem}`)).toEqual([
      'web calls users-api: declared but enforced by no output: timeout, retry']);
  });

  test('with a mesh leaves no promise open', () => expect(platformOf(WITH_MESH).declared.findings('BST616')).toEqual([]));

  test('without secrets refuses a credential that nobody would fetch', () =>
    expect(() => emitted(platformOf({ mesh: Mesh.istio() }).declared.chart)).toThrow(/cache/));

  test('reads one topology and locks it', () => {
    const { declared } = platformOf(WITH_MESH);
    expect(() => declared.workload('late')).toThrow('BST012');
  });

  test('emits nothing for an empty topology', () => {
    const mesh = Mesh.istio({ ...EVERY_MESH_OPTION, telemetry: [], meshPolicy: undefined, namespacePolicies: undefined });
    expect(emitted(platformOf({ ...EVERY_PROP, mesh }, () => undefined).declared.chart)).toEqual([]);
  });
});

describe('every workload may reach', () => {
  const DNS = 'kube-system {"k8s-app":"kube-dns"} TCP53,UDP53';

  test('the cluster\'s DNS', () => expect(reachable({})).toEqual([DNS]));

  test('the control plane of the mesh, for configuration and certificates', () =>
    expect(reachable({ mesh: Mesh.istio() })).toEqual([DNS, 'istio-system {"app":"istiod"} TCP15012']));

  test('both where they were said to be, and what else was said', () =>
    expect(reachable(EVERY_PROP)).toEqual([
      'dns {"app":"coredns"} TCP5353,UDP5353', 'istio-control {"app":"istiod"} TCP15012', 'telemetry {"app":"collector"} TCP4317']));
});

test('says to the network policies whether all that is outside is public', () => {
  const excepted = (props: Partial<PlatformProps>) => JSON.stringify(emitted(platformOf({ ...WITH_MESH, ...props }).declared.chart, 'NetworkPolicy')).includes('10.0.0.0/8');
  expect([excepted({}), excepted({ outsideIsPublic: true })]).toEqual([false, true]);
});

test('every option of the mesh reaches it', () => {
  const objects = emitted(platformOf(EVERY_PROP).declared.chart);
  const specs = (kind: string) => JSON.stringify(objects.filter(object => object.kind === kind).map(({ spec }) => spec));
  expect(specs('AuthorizationPolicy')).toContain('prod.example.com/ns/shop/sa/web');
  expect(specs('VirtualService')).toContain('users-api.shop.svc.k8s.example.com');
  expect(specs('Telemetry')).toContain('"randomSamplingPercentage":12.5');
});

describe('a platform without sidecars', () => {
  const quiet = (declared: Declaration) => declared.workload('web').calls(declared.api(declared.workload('users')), { timeout: Duration.seconds(1) });
  const objectsOf = (mesh: Mesh, labels?: Record<string, string>) => emitted(platformOf({ mesh, labels }, quiet).declared.chart);

  test('is made of routes of the Gateway API and of what waypoints read', () =>
    expect(kindsOf(objectsOf(Mesh.ambient()))).toEqual(['AuthorizationPolicy', 'DestinationRule', 'Gateway', 'HTTPRoute', 'NetworkPolicy', 'PeerAuthentication', 'Service']));

  test('labels Services for the waypoint that it makes, beside what all objects carry', () => {
    const [service] = objectsOf(Mesh.ambient({ waypoint: 'way' }), { team: 'shop' }).filter(({ kind }) => kind === 'Service');
    expect(service.metadata.labels).toEqual({ 'istio.io/use-waypoint': 'way', 'istio.io/ingress-use-waypoint': 'true', 'team': 'shop' });
  });

  test('opens the way to that waypoint, and none to istiod, which pods do not ask', () => {
    const [, web] = objectsOf(Mesh.ambient({ waypoint: 'way' })).filter(({ kind }) => kind === 'NetworkPolicy');
    expect(web.spec.egress.map(({ to: [{ podSelector }], ports }: any) => [podSelector.matchLabels, ports[0].port])).toEqual([
      [{ 'gateway.networking.k8s.io/gateway-name': 'way' }, 15008], [{ 'k8s-app': 'kube-dns' }, 53],
    ]);
  });
});
